/** Words that stand for a person in every field that a marketplace sends: wherever one turns up, a person was named. */

export const canaries = {
  phone: '5511987650001',
  mail: 'zuleica.canario@mail.example',
  name: 'Zuleica Canário',
  taxId: '390.533.447-05',
  address: 'Rua dos Canários 77',
  conversation: 'wa:5511987650001:thread-canary',
  message: 'wamid.canary-5511987650001',
  buyer: 'buyer-canary-5511987650001',
  order: 'ORDER-CANARY-1001',
  item: 'item-canary-1',
  account: 'account-canary-zuleica',
  webhook: 'msg_canary-5511987650001',
} as const;

export const words = `Sou ${canaries.name}, ${canaries.phone}, ${canaries.mail}, CPF ${canaries.taxId}, ${canaries.address}: cadê meu pedido ${canaries.order}?`;

const spellings = (word: string): readonly string[] => {
  const bytes = Buffer.from(word, 'utf8');
  return [word, encodeURIComponent(word), bytes.toString('hex'), bytes.toString('base64').slice(0, -4)];
};

/** `canary`: whatever platform id it came in; the others are found whole or in a common encoding. */
const forbidden = [
  ...new Set([...Object.values(canaries).flatMap(spellings), 'canary', 'canário', 'zuleica']),
].map((word) => word.toLowerCase());

/** The canaries that a text holds. */
export const canariesIn = (text: string): readonly string[] =>
  forbidden.filter((word) => text.toLowerCase().includes(word));
