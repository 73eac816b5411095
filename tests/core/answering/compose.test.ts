/** One answer out of several parts: no repetition, nothing cut, the least needed left out first. */
import { describe, expect, it } from 'vitest';
import { compose, type Composition } from '../../../functions/core/answering/compose.ts';
import { holdingAnswer } from '../../../functions/core/answering/holding.ts';
import { situation } from '../../../functions/core/answering/situations/situation.ts';
import { moods, voices } from '../../../functions/core/answering/voice.ts';

const order = { text: 'R-1042', fact: 'order.id' };
const estimated = { text: 'el 14 de mayo', fact: 'order.shipments.0.estimated' };
const tracking = { text: 'AE1', fact: 'order.shipments.0.tracking' };
const moving = situation('where.moving', {
  slots: { order, estimated, tracking },
  basis: ['order.shipments.0.status'],
});

const composition = (given: Partial<Composition> = {}): Composition => ({
  situations: [moving],
  voice: 'es-MX',
  mood: 'calm',
  handsOver: false,
  audience: 'private',
  maximumCharacters: 2000,
  variantSeed: 0,
  previousTexts: [],
  ...given,
});
const text = (given: Partial<Composition> = {}) => compose(composition(given))?.text ?? null;

describe('an answer', () => {
  it('greets in the first answer only', () => {
    expect(text()).toMatch(/^¡Hola/);
    expect(text({ previousTexts: ['¡Hola! Claro.'] })).not.toMatch(/hola/i);
  });

  it('greets soberly with bad news, however calm the buyer is', () => {
    expect(text({ situations: [situation('where.late', { slots: { order, estimated } })] })).toMatch(
      /^Hola[.,]/,
    );
  });

  it('meets an upset buyer before the facts', () => {
    expect(text({ mood: 'upset' })).toMatch(/^Hola.*(?:Entiendo|Disculpa|entiendo).*R-1042/s);
  });

  it('words itself anew each time, and after all wordings takes the one used longest ago', () => {
    const sent: string[] = [];
    for (let turn = 0; turn < 6; turn += 1) sent.push(text({ previousTexts: sent, variantSeed: 1 }) ?? '');
    expect(new Set(sent.slice(0, 3)).size).toBe(3);
    for (let turn = 1; turn < 6; turn += 1) expect(sent[turn]).not.toBe(sent[turn - 1]);
  });

  it('tells a matter once, though it was asked twice', () => {
    expect(text({ situations: [moving, moving] })).toBe(text());
    expect(compose(composition({ situations: [moving, moving] }))?.because).toBe('where.moving');
  });

  it('thanks, or says sorry, no more than once', () => {
    for (let variantSeed = 0; variantSeed < 12; variantSeed += 1) {
      const said =
        text({
          variantSeed,
          mood: 'upset',
          situations: [situation('damaged.report'), situation('photos.thanks')],
          handsOver: true,
        }) ?? '';
      expect(said).not.toMatch(/gracias.*gracias/is);
    }
  });

  it('names only the facts that its words state or rest on', () => {
    const composed = compose(composition({ maximumCharacters: 75 }));
    expect(composed?.text).not.toContain('AE1');
    expect(composed?.facts).toEqual(['order.id', 'order.shipments.0.status']);
  });
});

describe('a platform that allows little', () => {
  it('gets whole sentences, the greeting gone first and the facts last', () => {
    const whole = text() ?? '';
    const sentences = whole.split(/(?<=[.!?]) /);
    for (let maximumCharacters = whole.length; maximumCharacters > 0; maximumCharacters -= 1) {
      const said = text({ maximumCharacters });
      if (said === null) continue;
      expect(said.length).toBeLessThanOrEqual(maximumCharacters);
      expect(said).toContain('R-1042');
      for (const sentence of said.split(/(?<=[.!?]) /)) expect(sentences).toContain(sentence);
    }
    expect(text({ maximumCharacters: 10 })).toBeNull();
  });

  it('is still told that a person takes over', () => {
    const said = text({ handsOver: true, maximumCharacters: 140 });
    expect(said).toMatch(/persona del equipo/);
    expect(said?.length).toBeLessThanOrEqual(140);
  });
});

describe('the end of an answer', () => {
  const late = situation('where.late', { slots: { order, estimated }, asksFor: 'person' });

  it('offers a person, or says that one takes over, never both', () => {
    expect(compose(composition({ situations: [late] }))).toMatchObject({ asksFor: 'person' });
    expect(compose(composition({ situations: [late], handsOver: true }))).toMatchObject({ asksFor: null });
    expect(text({ situations: [late], handsOver: true })?.match(/persona del equipo/g)).toHaveLength(1);
  });

  it('offers nobody where everybody reads', () => {
    expect(text({ situations: [late], audience: 'public' })).not.toMatch(/persona/);
    expect(compose(composition({ situations: [late], audience: 'public' }))?.asksFor).toBeNull();
  });

  it('asks for the order number before it offers a person', () => {
    expect(
      compose(composition({ situations: [situation('order.ask', { asksFor: 'order_number' }), late] }))
        ?.asksFor,
    ).toBe('order_number');
  });
});

describe('a holding answer', () => {
  const holding = {
    because: 'low_confidence',
    unavailable: false,
    maximumCharacters: 350,
    variantSeed: 0,
    previousTexts: [],
  } as const;

  it.each(voices.flatMap((voice) => moods.map((mood) => ({ voice, mood }))))(
    'says in $voice ($mood) that a person answers, and names no time',
    ({ voice, mood }) => {
      for (const variantSeed of [0, 1, 2]) {
        const said = holdingAnswer({ ...holding, voice, mood, variantSeed });
        expect(said).toMatch(/una persona del equipo|uma pessoa da equipe|person on our team/i);
        expect(said).not.toMatch(/\d|minuto|hora|hour|hoje|hoy|today|pronto|breve|soon|logo/i);
      }
    },
  );

  it('is not worded like the last one', () => {
    const first = holdingAnswer({ ...holding, voice: 'pt-BR', mood: 'upset' }) ?? '';
    expect(
      holdingAnswer({ ...holding, voice: 'pt-BR', mood: 'upset', previousTexts: [first] }),
    ).not.toContain(first.slice(-40));
  });

  it('asks a buyer in danger to stop using the product', () => {
    expect(holdingAnswer({ ...holding, because: 'safety_hazard', voice: 'es-AR', mood: 'upset' })).toMatch(
      /dejá de usar|no uses más|sin usar/,
    );
  });
});
