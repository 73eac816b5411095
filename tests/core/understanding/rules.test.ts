/** When a person must see a message, and the words that only look like it. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { anger } from '../../../functions/core/understanding/rules/anger.ts';
import { ruleBook } from '../../../functions/core/understanding/rules/book.ts';
import { hear } from '../../../functions/core/understanding/rules/escalation.ts';
import { legalOrRegulator } from '../../../functions/core/understanding/rules/law.ts';
import { anyOf, ruleText, type Rule } from '../../../functions/core/understanding/rules/pattern.ts';
import { onlyGreets } from '../../../functions/core/understanding/rules/greetings.ts';
import { repeatContact } from '../../../functions/core/understanding/rules/repeat-contact.ts';
import { eachTrigger } from '../../../functions/core/understanding/rules/trigger.ts';
import { readable, wordsOf } from '../../../functions/core/understanding/text.ts';

const heard = (text: string) => hear(ruleText(readable(text)));

describe('a reason to hand over is heard', () => {
  it.each([
    ['lo enchufé y empezó a salir humo', 'safety_hazard'],
    ['deu cheiro de queimado na tomada', 'safety_hazard'],
    ['the charger sparked and burned my hand', 'safety_hazard'],
    ['el nebulizador de mi hijo, lo necesita hoy', 'medical_or_vulnerable'],
    ['minha filha tem alergia severa', 'medical_or_vulnerable'],
    ['los voy a denunciar en Profeco', 'legal_or_regulator'],
    ['vou no procon amanhã', 'legal_or_regulator'],
    ['filing with the BBB tomorrow', 'legal_or_regulator'],
    ['voy a desconocer el cargo', 'chargeback_or_fraud'],
    ['im filing a chargeback', 'chargeback_or_fraud'],
    ['vou postar no Reclame Aqui', 'public_threat'],
    ["I'm leaving a 1 star review", 'public_threat'],
    ['el repartidor fue muy grosero', 'staff_misconduct'],
    ['o entregador foi mal educado comigo', 'staff_misconduct'],
    ['es la tercera vez que les escribo', 'repeat_contact'],
    ['já mandei 5 mensagens e nada', 'repeat_contact'],
    ['pasame con tu supervisor', 'explicit_escalation'],
    ['I want to speak to a manager', 'explicit_escalation'],
    ['kiero ablar con una persona', 'human_requested'],
    ['Asesor por favor', 'human_requested'],
    ['quero falar com atendente', 'human_requested'],
    ['let me talk to a human', 'human_requested'],
    ['son unos ladrones', 'anger_high'],
    ['QUE PALHAÇADA, DEVOLVAM MEU DINHEIRO', 'anger_high'],
  ] as const)('%s: %s', (text, reason) => {
    expect(heard(text).reasons).toContain(reason);
  });

  it('comes first in the order of precedence', () => {
    expect(heard('estafadores, salió humo y voy a Profeco').reasons).toEqual([
      'safety_hazard',
      'legal_or_regulator',
      'anger_high',
    ]);
  });
});

describe('a look-alike is no reason', () => {
  it.each([
    'no quiero hablar con nadie',
    'muito legal esse produto, é de algodão?',
    'hay mucha demanda de este modelo?',
    'o pagamento está em processo?',
    'tienen detector de humo?',
    'is the smoke gray one in stock?',
    'tem choque térmico?',
    'es la tercera vez que compro, excelente',
    'cobraron dos veces',
    'talla superior a la mía',
    'soy un tonto, puse mal la dirección',
    'que chimba de zapatos',
    'la vi en su instagram',
    'bolsas de basura de 50 litros',
    'quando cai o estorno no cartão?',
    'no me quieren contestar el mensaje',
    'I ordered a fire tv stick',
  ])('%s', (text) => {
    expect(heard(text).reasons).toEqual([]);
  });
});

describe('haste', () => {
  it.each([
    'lo necesito para el viernes',
    'preciso até sexta',
    'i need it by friday',
    'es para un cumpleaños',
  ])('%s', (text) => {
    expect(heard(text).urgent).toBe(true);
  });
  it('is not heard in a question about when', () => {
    expect(heard('cuando llega?').urgent).toBe(false);
  });
});

describe('a greeting alone', () => {
  it.each(['hola', 'Boa noite!!', 'thank you so much', 'muchas gracias 🙏'])('%s', (text) => {
    expect(onlyGreets(wordsOf(readable(text)))).toBe(true);
  });
  it.each(['hola, y mi pedido?', 'para la semana', '', '🙏', 'gracias 123'])('not %s', (text) => {
    expect(onlyGreets(wordsOf(readable(text)))).toBe(false);
  });
});

describe('the index of the rules', () => {
  it.each([
    ['(la )?demanda', ['demanda']],
    ['(hablar|platicar) con (un )?asesor*', ['hablar', 'platicar']],
    ['cables? ... pelad*', ['cable*']],
    ['(cansad[oa]|harto) de', ['cansad*', 'harto']],
    ['(a (la|su) sic|ante la sic)', ['sic', 'ante']],
    ['\\d+ mensagem', ['mensagem']],
  ])('%s', (pattern, expected) => {
    const words: string[] = [];
    const isFiled = eachTrigger(pattern, (text, start, end, begins) => {
      words.push(`${text.slice(start, end)}${begins ? '*' : ''}`);
    });
    expect([isFiled, words]).toEqual([true, expected]);
  });

  it('refuses a pattern of nothing but gaps, and one that is not closed', () => {
    expect(eachTrigger('(a )?(b )?', () => {})).toBe(false);
    expect(() => eachTrigger('(a|b', () => {})).toThrow('stays open');
  });

  it('hears what every pattern alone would hear', async () => {
    const lines = await Promise.all(
      ['es', 'pt', 'en'].map((language) =>
        readFile(
          new URL(
            `../../../functions/core/understanding/phrases/${language}/complaint_escalation.jsonl`,
            import.meta.url,
          ),
          'utf8',
        ),
      ),
    );
    const texts = lines
      .flatMap((file) => file.split('\n').filter((line) => line !== ''))
      .map((line) => ruleText(readable(line)));
    const plainly = (rule: Rule) => anyOf([...rule.says.es, ...rule.says.pt, ...rule.says.en]);
    for (const rule of [anger, legalOrRegulator, repeatContact]) {
      const bare = { harmless: [], says: rule.says };
      const book = ruleBook({ bare });
      const expression = plainly(bare);
      for (const text of texts) {
        expression.lastIndex = 0;
        expect([text, book(text).has('bare')]).toEqual([text, expression.test(text)]);
      }
    }
  });
});
