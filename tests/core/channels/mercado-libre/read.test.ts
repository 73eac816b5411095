/** What a notification may point at, and everything that it may not. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mercadoLibreIngress } from '../../../../functions/core/channels/mercado-libre/ingress.ts';
import { resourceOf, targetOf } from '../../../../functions/core/channels/mercado-libre/paths.ts';

const notice = (over: Readonly<Record<string, unknown>>) => ({
  _id: 'notice-1',
  resource: '/questions/13021478261',
  user_id: 465432224,
  topic: 'questions',
  application_id: 2069392825111111,
  sent: '2026-11-17T13:02:11.114Z',
  ...over,
});
const read = (body: unknown) =>
  mercadoLibreIngress.read({
    method: 'POST',
    path: '/',
    query: {},
    headers: {},
    body: Buffer.from(JSON.stringify(body)),
  });
const arrival = (body: unknown) => {
  const outcome = read(body);
  return outcome.ok ? outcome.value[0] : outcome.problem.kind;
};
const resource = (topic: string, given: string) => {
  const told = arrival(notice({ topic, resource: given }));
  return typeof told === 'object' && told.kind === 'pointer' ? told.pointer.resource : told;
};

describe('a resource that is known', () => {
  it.each([
    ['questions', '/questions/13021478261', '/questions/13021478261'],
    ['questions', '13021478261', '/questions/13021478261'],
    ['marketplace_questions', '/marketplace/questions/77', '/questions/77'],
    ['messages', '2d45a5ad186041659e9a608f0c109dff', '/messages/2d45a5ad186041659e9a608f0c109dff'],
    ['messages', '/messages/2d45a5ad18', '/messages/2d45a5ad18'],
    ['messages', '/packs/2000001/sellers/465432224', '/messages/packs/2000001'],
    ['messages', '/messages/packs/2000001/sellers/999', '/messages/packs/2000001'],
    ['marketplace_messages', '/marketplace/messages/2d45', '/messages/2d45'],
    ['post_purchase', '/post-purchase/v1/claims/5108684499', '/post-purchase/v1/claims/5108684499'],
    ['post_purchase', 'post-purchase/v1/claims/51/actions-history', '/post-purchase/v1/claims/51'],
    ['claims', '/v1/claims/51', '/post-purchase/v1/claims/51'],
  ])('of %s, %s, is taken apart and rebuilt', (topic, given, rebuilt) => {
    expect(resource(topic, given)).toBe(rebuilt);
  });
});

const elsewhere = [
  'https://evil.example/questions/1',
  '//evil.example/questions/1',
  '/questions/1/../../users/me',
  '/questions/..%2f1',
  '/questions/%31',
  '/questions/1?access_token=x',
  '/questions/1#',
  '/questions/1\n',
  '/questions/1 ',
  '\\questions\\1',
  '/questions/search',
  '/questions/',
  '/messages/unread',
  '/messages/packs',
  '/messages/attachments/a.png',
  '/messages/action_guide/packs/1',
  '/users/465432224',
  '/oauth/token1',
  '/orders/2195160686',
  '/post-purchase/v1/claims/1/actions/refund',
  '/post-purchase/v3/claims/1',
  '/questions/１２３',
  `/questions/${'1'.repeat(65)}`,
  '@evil1.example',
  'file:///etc/passwd1',
];

describe('a resource that leads elsewhere', () => {
  it.each(elsewhere)('is kept for a person and never becomes a pointer: %j', (given) => {
    for (const topic of ['questions', 'messages', 'post_purchase', 'marketplace_messages'])
      expect(resource(topic, given)).toBe('unreadable');
  });

  it('is never fetched, whatever is written into it', () => {
    const pieces = fc.constantFrom(
      '/',
      '..',
      'questions',
      'messages',
      'packs',
      'claims',
      '1',
      '%2e',
      '?',
      '@',
      ':',
      'v1',
    );
    const topics = fc.constantFrom('questions', 'messages', 'post_purchase', 'claims');
    fc.assert(
      fc.property(topics, fc.array(pieces, { maxLength: 9 }), (topic, given) => {
        const target = targetOf(topic, given.join(''));
        if (target === null || target === 'other-topic') return;
        // What is fetched is one of four paths around one plain id, and reads back as itself.
        expect(resourceOf(target)).toMatch(
          /^\/(?:questions|messages|messages\/packs|post-purchase\/v1\/claims)\/[\w-]{1,64}$/,
        );
        expect(targetOf(topic, resourceOf(target))).toEqual(target);
      }),
      { seed: 7, numRuns: 3000 },
    );
  });
});

describe('a notification', () => {
  it('names account, application, notice and the platform’s time, however they are spelled', () => {
    const told = arrival({
      resource: '51',
      user_id: '465432224',
      topic: 'post_purchase',
      application_id: '2069392825111111',
      id: 'typed-1',
      recieved: '2026-11-17T13:02:11.021Z',
    });
    expect(told).toEqual({
      kind: 'pointer',
      pointer: {
        account: '465432224',
        application: '2069392825111111',
        topic: 'post_purchase',
        resource: '/post-purchase/v1/claims/51',
        notice: 'typed-1',
        at: new Date('2026-11-17T13:02:11.021Z'),
      },
    });
  });

  it('without an id of its own is told from the next by what it says and when it was sent', () => {
    const bare = (sent: string) => {
      const told = arrival({ ...notice({}), _id: undefined, sent });
      return typeof told === 'object' && told.kind === 'pointer' ? told.pointer.notice : null;
    };
    expect(bare('2026-11-17T13:00:00Z')).toBe(bare('2026-11-17T13:00:00Z'));
    expect(bare('2026-11-17T13:00:00Z')).not.toBe(bare('2026-11-17T13:00:01Z'));
  });

  it('of a message that was read is a receipt; one without actions may be news', () => {
    const message = (actions: unknown) => arrival(notice({ topic: 'messages', resource: 'm1', actions }));
    expect(message(['read'])).toEqual({ kind: 'ignored', because: 'receipt' });
    for (const actions of [['created'], ['read', 'created'], [], undefined, 'created'])
      expect(message(actions)).toMatchObject({ kind: 'pointer' });
  });

  it('of a topic that is not about buyers’ words is ignored, wherever it points', () => {
    for (const topic of ['orders_v2', 'items', 'payments', 'shipments', 'unheard_of'])
      expect(resource(topic, 'https://evil.example')).toEqual({ kind: 'ignored', because: 'other-topic' });
  });

  it('whose user is a number that JSON has rounded is unreadable: it would name somebody else', () => {
    expect(arrival(notice({ user_id: 2 ** 53 }))).toBe('unreadable');
    expect(arrival(notice({ user_id: null }))).toBe('unreadable');
  });
});
