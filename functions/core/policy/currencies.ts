/** ISO 4217: the currencies that a price may be in, and how many digits their amounts are rounded to. */

/*
 * Source: ISO 4217 List One of 2026-01-01 (SIX, maintenance agency), as Mozilla's CurrencyDataGenerated.h of that date
 * repeats its exceptions: every other national currency has two digits. Funds, metals and test codes are left out.
 */
const twoDigits =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP ' +
  'CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES ' +
  'KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK ' +
  'NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB ' +
  'TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD XCG YER ZAR ZMW ZWG';
const noDigits = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF';
const threeDigits = 'BHD IQD JOD KWD LYD OMR TND';

const digitsOf = (codes: string, digits: number): readonly (readonly [string, number])[] =>
  codes.split(' ').map((code) => [code, digits]);

const minorUnits: ReadonlyMap<string, number> = new Map([
  ...digitsOf(twoDigits, 2),
  ...digitsOf(noDigits, 0),
  ...digitsOf(threeDigits, 3),
]);

/** Digits after the point of an amount in the currency; null for a code that is no currency of the table. */
export const minorUnitsOf = (currency: string): number | null => minorUnits.get(currency) ?? null;
