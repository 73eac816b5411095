/** From which purchase on sending is free, in a seller's words: left out for a product that costs less. */

const amount = /\d+(?:[.,]\d{3})*(?:[.,]\d{2})?(?!\d)/u;
const sign = '(?:[A-Z]{0,3}\\$ ?)?';
const clause = new RegExp(
  `,? (?:y|e|and|but|pero|mas) (?:es |é |is |sai |queda |fica )?(?:gratis|grátis|gratuito|free|sin costo|sin cargo|sem custo) (?:a partir de|desde|sobre|acima de|over|from|above|en compras (?:desde|sobre|de)|em compras (?:acima de|a partir de)|on orders (?:over|from))(?: los| las)? (${sign}${amount.source})(?: ?[A-Z]{3}\\b)?`,
  'u',
);

/** "90.000", "1,500", "R$ 299,00" as a number: a group of three digits is thousands. */
const valueOf = (written: string): number => {
  const digits = amount.exec(written)?.[0] ?? '';
  const [, cents = ''] = /[.,](\d{2})$/u.exec(digits) ?? [];
  const whole = cents === '' ? digits : digits.slice(0, -3);
  return Number(whole.replaceAll(/[.,]/g, '')) + Number(cents) / 100;
};

/** The text for a product of this price (a decimal string): without a free freight that it does not reach. */
export const forPrice = (text: string, price: string): string => {
  const [whole, threshold] = clause.exec(text) ?? [];
  if (whole === undefined || threshold === undefined) return text;
  return Number(price) < valueOf(threshold) ? text.replace(whole, '') : text;
};
