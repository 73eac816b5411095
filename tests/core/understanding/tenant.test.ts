/** What a tenant teaches us: own intents, own phrases, agents' corrections, and a verdict that can say no. */
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { tableFile } from '../../../bin/training-files.ts';
import { createFirstTier } from '../../../functions/core/understanding/first-tier.ts';
import { tenantMeaning, type TenantTier } from '../../../functions/core/understanding/tenant-layer.ts';
import { understand } from '../../../functions/core/understanding/understand.ts';
import { firstTierPort } from '../../../functions/core/wiring/first-tier.ts';
import { chanceOf } from '../../../functions/core/understanding/training/chance.ts';
import {
  fewestCases,
  isReserved,
  type TenantExample,
  trainTenant,
} from '../../../functions/core/understanding/training/tenant.ts';

let base: TenantTier;
beforeAll(async () => {
  base = createFirstTier(await readFile(tableFile));
});

const own = { gift_card_note: 'product_question' } as const;

const crossed = (language: string, intent: string, openings: string, middles: string): TenantExample[] =>
  openings
    .split('|')
    .flatMap((opening) =>
      middles.split('|').map((middle) => ({ text: `${opening} ${middle}`, language, intent })),
    );

/** A florist: buyers ask for a note with the flowers. */
const notes: readonly TenantExample[] = [
  ...crossed(
    'es',
    'gift_card_note',
    'pueden poner|quiero agregar|se puede incluir|me gustaría mandar|cómo agrego|olvidé escribir',
    'una dedicatoria con las flores|una tarjetita para mi mamá|un mensajito en el ramo|una nota de cumpleaños|la dedicatoria en la tarjeta|unas palabras para ella',
  ),
  ...crossed(
    'pt',
    'gift_card_note',
    'dá pra colocar|quero incluir|vocês escrevem|tem como mandar|esqueci de pôr|posso enviar',
    'um cartãozinho com as flores|uma dedicatória no buquê|um recadinho pra minha mãe|uma mensagem no cartão|uma cartinha junto|umas palavras pra ela',
  ),
];
const orders: readonly TenantExample[] = [
  ...crossed(
    'es',
    'order_status',
    'dónde está|cuándo llega|por dónde va|ya salió',
    'mi ramo|el pedido|mi compra|el arreglo',
  ),
  ...crossed(
    'pt',
    'order_status',
    'cadê|quando chega|onde está|já saiu',
    'meu buquê|o pedido|minha compra|o arranjo',
  ),
];
const taught = (): ReturnType<typeof trainTenant> =>
  trainTenant(base, { own, phrases: [...notes, ...orders] }, []);

describe('a tenant with an own intent', () => {
  it('has it recognised in words that nobody taught, and answered like the intent that it names', () => {
    const { tier } = taught();
    expect(tenantMeaning(tier, 'podrían escribir una dedicatoria en el ramo de mi esposa?')).toMatchObject({
      intent: 'gift_card_note',
      like: 'product_question',
    });
    expect(tenantMeaning(base, 'podrían escribir una dedicatoria en el ramo?').intent).not.toBe(
      'gift_card_note',
    );
  });

  it('keeps what the base knows of everything else', () => {
    const { tier } = taught();
    for (const text of [
      'quiero cancelar mi pedido',
      'preciso da nota fiscal',
      'my card was charged twice',
      'llegó roto el florero',
    ]) {
      expect(tenantMeaning(tier, text).intent).toBe(tenantMeaning(base, text).intent);
    }
  });

  it('is better in each language, with figures', () => {
    const { verdict } = taught();
    expect(verdict).toMatchObject({ better: true, unjudged: [], leftOut: 0 });
    expect(verdict.languages.map(({ language }) => language)).toEqual(['es', 'pt']);
    for (const { cases, named, served } of verdict.languages) {
      expect(cases).toBeGreaterThanOrEqual(fewestCases);
      expect(named.after).toBeGreaterThan(named.before);
      expect(served.after).toBeGreaterThanOrEqual(served.before);
    }
  });

  it('is learned to the same weights each time', () => {
    expect(taught().tier.layer?.table.weights).toEqual(taught().tier.layer?.table.weights);
  });
});

describe('an agent who corrects', () => {
  const words = 'el florero de barro';

  it('is heard the next time somebody says the like', () => {
    const corrections = crossed(
      'es',
      'exchange_request',
      'mejor quería|me equivoqué, quería|prefiero|al final quiero',
      `${words}|${words} azul|${words} grande|${words} chico`,
    );
    const text = `disculpe, mejor quería ${words}`;
    expect(tenantMeaning(base, text).intent).not.toBe('exchange_request');
    const { tier } = trainTenant(base, { own: {}, phrases: [] }, corrections);
    expect(tenantMeaning(tier, text).intent).toBe('exchange_request');
  });

  it('outweighs a phrase with the same words', () => {
    const phrases = notes.map((note) => ({ ...note, intent: 'order_cancel' }));
    const { tier } = trainTenant(base, { own, phrases }, notes);
    expect(tier.layer?.table.weights).toEqual(
      trainTenant(base, { own, phrases: notes }, []).tier.layer?.table.weights,
    );
  });
});

describe('a retrained layer is not better', () => {
  const names = ['gift_card_note', 'order_status', 'invoice_request', 'customs_tax', 'order_cancel'];

  it('when what it was taught makes no sense', () => {
    const chance = chanceOf(3);
    const noise = [...notes, ...orders].map((one) =>
      isReserved(one.text) ? one : { ...one, intent: names[chance.below(names.length)] ?? '' },
    );
    const sensible = taught().tier;
    const { verdict } = trainTenant(sensible, { own, phrases: noise }, []);
    expect(verdict.better).toBe(false);
  });

  it('when one language gains and another loses', () => {
    const wrong = notes
      .filter(({ language, text }) => language === 'pt' && !isReserved(text))
      .map((one) => ({ ...one, intent: 'customs_tax' }));
    const { verdict } = trainTenant(
      base,
      { own, phrases: [...notes, ...orders] },
      [...wrong, ...orders.filter(({ language }) => language === 'pt')].map((one) =>
        isReserved(one.text) ? one : { ...one, intent: 'customs_tax' },
      ),
    );
    expect(verdict.better).toBe(false);
    const [spanish] = verdict.languages;
    expect(spanish?.named.after).toBeGreaterThan(spanish?.named.before ?? 1);
  });

  it('when a language has too few cases to tell', () => {
    const few = [{ text: 'can you add a note to the flowers', language: 'en', intent: 'gift_card_note' }];
    const { verdict } = trainTenant(base, { own, phrases: [...notes, ...few] }, []);
    expect(verdict).toMatchObject({ better: false, unjudged: ['en'] });
  });

  it('when there is nothing to learn from', () => {
    expect(trainTenant(base, { own: {}, phrases: [] }, []).verdict).toMatchObject({
      better: false,
      languages: [],
    });
  });

  it('when it only repeats the layer that is in use', () => {
    const { tier } = taught();
    const again = trainTenant(tier, { own, phrases: [...notes, ...orders] }, []);
    expect(again.verdict.languages.every(({ named }) => named.after === named.before)).toBe(true);
  });
});

describe('reserved cases', () => {
  it('are never learned from', () => {
    const swapped = notes.map((note) => (isReserved(note.text) ? { ...note, intent: 'order_cancel' } : note));
    expect(trainTenant(base, { own, phrases: swapped }, []).tier.layer?.table.weights).toEqual(
      trainTenant(base, { own, phrases: notes }, []).tier.layer?.table.weights,
    );
    expect(notes.some(({ text }) => isReserved(text))).toBe(true);
  });

  it('stay reserved however they are typed', () => {
    for (const { text } of notes) expect(isReserved(`¡${text.toUpperCase()}!`)).toBe(isReserved(text));
  });
});

describe('an intent that nobody mapped', () => {
  it('is left out and counted', () => {
    const phrases = [...notes, { text: 'algo de otra cosa', language: 'es', intent: 'constructor' }];
    expect(trainTenant(base, { own, phrases }, []).verdict.leftOut).toBe(1);
  });
});

describe('a message to a tenant with a layer', () => {
  const note = 'podrían escribir una dedicatoria en el ramo de mi esposa?';

  it('is understood with the own intent, and answered like the one behind it', () => {
    const { tier } = taught();
    const meaning = understand(tier, { text: note });
    expect(meaning).toMatchObject({ ownIntent: 'gift_card_note', intent: 'product_question' });
    expect(meaning.secondaryIntent).not.toBe('product_question');
    expect(meaning.language).toBe('es');
  });

  it('is understood as ever where the tenant taught nothing', () => {
    const { tier } = taught();
    for (const text of ['quiero cancelar mi pedido', 'hola', '', 'quero falar com um humano', '🙂']) {
      const { intent, escalate, language } = understand(base, { text });
      const meaning = understand(tier, { text });
      expect(meaning).toMatchObject({ intent, escalate, language });
      expect(meaning).not.toHaveProperty('ownIntent');
    }
  });

  it('takes the layer from the flow that hands it in, and from no message before', () => {
    const { layer } = taught().tier;
    const port = firstTierPort();
    const message = { text: note, conversationLanguage: null };
    expect(port.understand({ ...message, layer }).ownIntent).toBe('gift_card_note');
    expect(port.understand(message)).not.toHaveProperty('ownIntent');
  });
});
