/**
 * What a notification may point at. A resource is taken apart by the patterns here and rebuilt from its ids: whatever
 * else it holds (another host, a walk upwards, a query) is never fetched.
 */

export type Target = {
  readonly kind: 'question' | 'message' | 'thread' | 'claim';
  readonly id: string;
  /** A Global Selling seller: the same resources under `/marketplace`. */
  readonly global: boolean;
};

type Family = 'questions' | 'messages' | 'claims';

/** Classic topics, and those of Global Selling. Every other topic tells us nothing that a buyer said. */
const topics: ReadonlyMap<string, { readonly family: Family; readonly global: boolean }> = new Map([
  ['questions', { family: 'questions', global: false }],
  ['marketplace_questions', { family: 'questions', global: true }],
  ['messages', { family: 'messages', global: false }],
  ['marketplace_messages', { family: 'messages', global: true }],
  ['post_purchase', { family: 'claims', global: false }],
  ['claims', { family: 'claims', global: false }],
  ['marketplace_claims', { family: 'claims', global: true }],
  ['marketplace_post_purchase', { family: 'claims', global: true }],
]);

/** An id has a digit in it: `search`, `unread` and `packs` have none. */
const id = String.raw`((?=[\w-]*\d)[\w-]{1,64})`;
const start = String.raw`^/?(?:marketplace/)?`;

const patterns: Readonly<Record<Family, readonly (readonly [Target['kind'], RegExp])[]>> = {
  questions: [['question', new RegExp(`${start}(?:questions/)?${id}$`)]],
  messages: [
    ['thread', new RegExp(String.raw`${start}(?:messages/)?packs/${id}(?:/sellers/[\w-]{1,64})?$`)],
    ['message', new RegExp(`${start}(?:messages/)?${id}$`)],
  ],
  // `/actions-history` stands behind the id at times.
  claims: [
    [
      'claim',
      new RegExp(String.raw`${start}(?:post-purchase/)?(?:v[12]/)?(?:claims/)?${id}(?:/actions-history)?$`),
    ],
  ],
};

/** `other-topic`: nothing of ours; `null`: a topic of ours that points where we do not go. */
export const targetOf = (topic: string, resource: string): Target | 'other-topic' | null => {
  const known = topics.get(topic);
  if (known === undefined) return 'other-topic';
  for (const [kind, pattern] of patterns[known.family]) {
    const found = pattern.exec(resource)?.[1];
    if (found !== undefined) return { kind, id: found, global: known.global };
  }
  return null;
};

/** The one spelling of a target; `targetOf` reads it back. */
export const resourceOf = ({ kind, id: name }: Target): string => {
  switch (kind) {
    case 'question':
      return `/questions/${name}`;
    case 'message':
      return `/messages/${name}`;
    case 'thread':
      return `/messages/packs/${name}`;
    case 'claim':
      return `/post-purchase/v1/claims/${name}`;
  }
};
