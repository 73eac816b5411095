/** Check digits against numbers that the issuers publish as examples, and against one wrong digit. */
import { describe, expect, it } from 'vitest';
import {
  isCard,
  isCbu,
  isClabe,
  isCnpj,
  isCpf,
  isCuit,
  isCurp,
  isIban,
  isItin,
  isNit,
  isPis,
  isRfc,
  isRg,
  isRouting,
  isRuc,
  isRut,
  isSsn,
  looksLikeRfc,
} from '../../../functions/core/understanding/masking/checksums.ts';
import { invented } from '../../../functions/core/understanding/evaluation/identifiers.ts';
import { chanceOf } from '../../../functions/core/understanding/training/chance.ts';

describe('check digits', () => {
  it.each([
    ['CPF', isCpf, '52998224725'],
    ['CNPJ', isCnpj, '11222333000181'],
    ['CNPJ with letters, as from July 2026', isCnpj, '12ABC34501DE35'],
    ['RG of São Paulo', isRg, '24456789X'],
    ['PIS', isPis, '12056412545'],
    ['CURP', isCurp, 'BOXW310820HNERXN09'],
    ['RFC', isRfc, 'GODE561231GR8'],
    ['CLABE', isClabe, '032180000118359719'],
    ['CUIT', isCuit, '20267565393'],
    ['CBU', isCbu, '2850590940090418135201'],
    ['RUT', isRut, '125319092'],
    ['RUT that ends in K', isRut, '10000013K'],
    ['NIT', isNit, '2131234321'],
    ['RUC', isRuc, '20512333797'],
    ['SSN', isSsn, '536904399'],
    ['ITIN', isItin, '912903456'],
    ['routing number', isRouting, '111000025'],
    ['card', isCard, '4111111111111111'],
    ['IBAN', isIban, 'DE89370400440532013000'],
  ])('%s holds', (_, holds, number) => {
    expect(holds(number)).toBe(true);
  });

  it.each([
    ['CPF of one repeated digit', isCpf, '11111111111'],
    ['CPF with one digit wrong', isCpf, '52998224726'],
    ['CNPJ with one digit wrong', isCnpj, '11222333000182'],
    ['CURP of a thirteenth month', isCurp, 'BOXW311320HNERXN09'],
    ['RFC of a day 45', looksLikeRfc, 'GODE561245GR8'],
    ['SSN of area 666', isSsn, '666904399'],
    ['SSN that was printed in wallets', isSsn, '078051120'],
    ['ITIN of group 89', isItin, '912893456'],
    ['card of no issuer, though Luhn holds', isCard, '2000000000000008'],
    ['IBAN of a wrong length', isIban, 'DE8937040044053201300'],
  ])('%s does not hold', (_, holds, number) => {
    expect(holds(number)).toBe(false);
  });

  it('hold for what the generator of the evaluation invents, and it invents all kinds', () => {
    const chance = chanceOf(3);
    const made = invented.map(({ type, make }) => [
      type,
      make(chance)[0].replace(/[^0-9A-Z]/g, '').length > 6,
    ]);
    expect(made.filter(([, long]) => long !== true)).toEqual([]);
  });
});
