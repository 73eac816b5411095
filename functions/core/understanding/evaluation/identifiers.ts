/** Invented identifiers with right check digits, in the sentences that buyers put them in, and numbers that only look alike. */
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
  isRouting,
  isRuc,
  isRut,
  isSsn,
} from '../masking/checksums.ts';
import type { PersonalType } from '../masking/span.ts';
import type { Chance } from '../training/chance.ts';

const digits = (chance: Chance, count: number): string =>
  Array.from({ length: count }, () => String(chance.below(10))).join('');
const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';
const letter = (chance: Chance, count: number): string =>
  Array.from({ length: count }, () => letters[chance.below(letters.length)] ?? 'A').join('');
const two = (value: number): string => String(value).padStart(2, '0');

/** Draws until the check holds: one of a hundred at worst. */
const drawn = (make: () => string, holds: (text: string) => boolean): string => {
  let text = make();
  while (!holds(text)) text = make();
  return text;
};

/** The text cut into groups of the given lengths, with the given marks between. */
const cut = (text: string, groups: readonly number[], marks: readonly string[]): string => {
  let at = 0;
  return groups
    .map((length, index) => {
      const part = text.slice(at, at + length);
      at += length;
      return part + (marks[index] ?? '');
    })
    .join('');
};

export type Invented = {
  readonly type: PersonalType;
  readonly region: string;
  readonly make: (chance: Chance) => readonly [compact: string, written: string];
  readonly names: readonly string[];
};

const date = (chance: Chance): string =>
  `${two(chance.below(90) + 10)}${two(1 + chance.below(12))}${two(1 + chance.below(28))}`;

export const invented: readonly Invented[] = [
  {
    type: 'cpf',
    region: 'BR',
    names: ['meu CPF é', 'cpf', 'CPF:'],
    make: (chance) => {
      const text = drawn(() => digits(chance, 11), isCpf);
      return [text, cut(text, [3, 3, 3, 2], ['.', '.', '-'])];
    },
  },
  {
    type: 'cnpj',
    region: 'BR',
    names: ['o CNPJ é', 'cnpj', 'nota no CNPJ'],
    make: (chance) => {
      const text = drawn(() => `${digits(chance, 8)}0001${digits(chance, 2)}`, isCnpj);
      return [text, cut(text, [2, 3, 3, 4, 2], ['.', '.', '/', '-'])];
    },
  },
  {
    type: 'pis',
    region: 'BR',
    names: ['meu PIS é', 'PIS'],
    make: (chance) => {
      const text = drawn(() => digits(chance, 11), isPis);
      return [text, cut(text, [3, 5, 2, 1], ['.', '.', '-'])];
    },
  },
  {
    type: 'curp',
    region: 'MX',
    names: ['mi CURP es', 'curp'],
    make: (chance) => {
      const text = drawn(
        () =>
          `${letter(chance, 4)}${date(chance)}${chance.below(2) === 0 ? 'H' : 'M'}${letter(chance, 5)}${digits(chance, 2)}`,
        isCurp,
      );
      return [text, text];
    },
  },
  {
    type: 'rfc',
    region: 'MX',
    names: ['mi RFC es', 'rfc', 'factura con el rfc'],
    make: (chance) => {
      const text = `${letter(chance, 4)}${date(chance)}${letter(chance, 2)}${digits(chance, 1)}`;
      return [text, text];
    },
  },
  {
    type: 'clabe',
    region: 'MX',
    names: ['mi CLABE es', 'clabe'],
    make: (chance) => {
      const text = drawn(() => digits(chance, 18), isClabe);
      return [text, cut(text, [3, 3, 11, 1], [' ', ' ', ' '])];
    },
  },
  {
    type: 'cuit',
    region: 'AR',
    names: ['mi CUIT es', 'cuit', 'factura A al cuit'],
    make: (chance) => {
      const text = drawn(
        () => `${['20', '27', '30', '23'][chance.below(4)] ?? '20'}${digits(chance, 9)}`,
        isCuit,
      );
      return [text, cut(text, [2, 8, 1], ['-', '-'])];
    },
  },
  {
    type: 'dni',
    region: 'AR',
    names: ['mi DNI es', 'dni', 'documento'],
    make: (chance) => {
      const text = `${20 + chance.below(25)}${digits(chance, 6)}`;
      return [text, cut(text, [2, 3, 3], ['.', '.'])];
    },
  },
  {
    type: 'cbu',
    region: 'AR',
    names: ['mi CBU es', 'cbu'],
    make: (chance) => {
      const text = drawn(() => `0${digits(chance, 21)}`, isCbu);
      return [text, cut(text, [8, 14], [' '])];
    },
  },
  {
    type: 'rut',
    region: 'CL',
    names: ['mi RUT es', 'rut', 'boleta a mi rut'],
    make: (chance) => {
      const text = drawn(
        () =>
          `${1 + chance.below(2)}${digits(chance, 7)}${chance.below(11) === 10 ? 'K' : digits(chance, 1)}`,
        isRut,
      );
      return [`${text.slice(0, -1)}-${text.slice(-1)}`, cut(text, [2, 3, 3, 1], ['.', '.', '-'])];
    },
  },
  {
    type: 'nit',
    region: 'CO',
    names: ['el NIT es', 'nit', 'factura al nit'],
    make: (chance) => {
      const text = drawn(() => `${8 + chance.below(2)}${digits(chance, 9)}`, isNit);
      return [`${text.slice(0, -1)}-${text.slice(-1)}`, cut(text, [3, 3, 3, 1], ['.', '.', '-'])];
    },
  },
  {
    type: 'cedula',
    region: 'CO',
    names: ['mi cédula es', 'cedula', 'cc'],
    make: (chance) => {
      const text = `10${digits(chance, 8)}`;
      return [text, cut(text, [1, 3, 3, 3], ['.', '.', '.'])];
    },
  },
  {
    type: 'ruc',
    region: 'PE',
    names: ['mi RUC es', 'ruc'],
    make: (chance) => {
      const text = drawn(() => `${chance.below(2) === 0 ? '10' : '20'}${digits(chance, 9)}`, isRuc);
      return [text, text];
    },
  },
  {
    type: 'ssn',
    region: 'US',
    names: ['my SSN is', 'ssn', 'social security number'],
    make: (chance) => {
      const text = drawn(() => digits(chance, 9), isSsn);
      return [text, cut(text, [3, 2, 4], ['-', '-'])];
    },
  },
  {
    type: 'itin',
    region: 'US',
    names: ['my ITIN is', 'itin'],
    make: (chance) => {
      const text = drawn(() => `9${digits(chance, 8)}`, isItin);
      return [text, cut(text, [3, 2, 4], ['-', '-'])];
    },
  },
  {
    type: 'routing_number',
    region: 'US',
    names: ['routing number', 'my routing number is'],
    make: (chance) => {
      const text = drawn(() => digits(chance, 9), isRouting);
      return [text, text];
    },
  },
  {
    type: 'card',
    region: '',
    names: ['mi tarjeta es', 'meu cartão', 'my card number is'],
    make: (chance) => {
      const text = drawn(
        () => `${chance.below(2) === 0 ? '4' : `5${1 + chance.below(5)}`}${digits(chance, 15)}`.slice(0, 16),
        isCard,
      );
      return [text, cut(text, [4, 4, 4, 4], [' ', ' ', ' '])];
    },
  },
  {
    type: 'iban',
    region: '',
    names: ['my IBAN is', 'IBAN'],
    make: (chance) => {
      const text = drawn(() => `DE${digits(chance, 20)}`, isIban);
      return [text, cut(text, [4, 4, 4, 4, 4, 2], [' ', ' ', ' ', ' ', ' '])];
    },
  },
];

/** The same with one digit wrong, doubled or missing. */
export const mistypedNumber = (text: string, chance: Chance): string => {
  const places = Array.from(text.matchAll(/\d/g), ({ index }) => index);
  const at = places[chance.below(places.length)] ?? 0;
  const digit = Number(text[at]);
  switch (chance.below(3)) {
    case 0:
      return text.slice(0, at) + String((digit + 1 + chance.below(9)) % 10) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + text.slice(at + 1);
    default:
      return text.slice(0, at) + String(digit) + text.slice(at);
  }
};

type Template = (chance: Chance) => string;

/** What sellers need to see: must never be masked. */
export const lookAlikes: readonly Template[] = [
  (chance) => `donde esta mi pedido ${digits(chance, 11)}`,
  (chance) => `cadê o pedido 2000${digits(chance, 12)}?`,
  (chance) => `order 1${digits(chance, 2)}-${digits(chance, 7)}-${digits(chance, 7)} never came`,
  (chance) => `order #${digits(chance, 4)} status`,
  (chance) => `rastreio ${letter(chance, 2)}${digits(chance, 9)}BR parado`,
  (chance) => `tracking 1Z${letter(chance, 3)}${digits(chance, 13)}`,
  (chance) => `USPS 9400${digits(chance, 18)}`,
  (chance) => `el EAN es 779${digits(chance, 10)}, es original?`,
  (chance) => `código de barras 789${digits(chance, 10)}`,
  (chance) => `nota fiscal 35${digits(chance, 42)}`,
  (chance) => `cuesta $ ${1 + chance.below(9)}.${digits(chance, 3)}.${digits(chance, 3)}?`,
  (chance) => `sai por R$ ${1 + chance.below(9)}.${digits(chance, 3)},${digits(chance, 2)}?`,
  (chance) => `mide ${10 + chance.below(90)} x ${10 + chance.below(90)} x ${10 + chance.below(90)} cm?`,
  (chance) => `sirve para el modelo SM-A${digits(chance, 3)}F/${letter(chance, 2)}?`,
  (chance) => `is part number ${digits(chance, 5)}-${digits(chance, 5)} compatible?`,
  (chance) => `talla ${34 + chance.below(12)} o ${34 + chance.below(12)} en tenis`,
  (chance) => `ticket ${digits(chance, 8)} sin respuesta`,
  (chance) => `protocolo ${digits(chance, 10)}`,
  (chance) => `imei ${digits(chance, 15)} está bloqueado?`,
  (chance) => `funciona en 110 o 220 V y 50/60 Hz, ${500 + chance.below(1500)} W?`,
  (chance) =>
    `compre ${1 + chance.below(20)} unidades el ${1 + chance.below(28)}/${1 + chance.below(12)}/2026`,
  (chance) => `is the black friday price $${digits(chance, 3)}.99 until 11/${10 + chance.below(19)}?`,
  (chance) => `tem o SKU ${letter(chance, 3)}-${digits(chance, 6)} em estoque?`,
  (chance) =>
    `tiene ${[64, 128, 256, 512][chance.below(4)] ?? 64} GB y bateria de ${2 + chance.below(8)}000 mAh?`,
];
