/** Everything in a message that a system can look up or count: one list, no overlaps. */
import type { Entity, EntityType } from '../../domain/intent.ts';
import { aligned } from '../aligned.ts';
import { findPersonal } from '../masking/mask.ts';
import { settled, type PersonalType } from '../masking/span.ts';
import { findMoney } from './money.ts';
import { findBareNumbers, findNumbers, type Found } from './numbers.ts';
import { findQuantities } from './quantities.ts';
import { findSizes } from './sizes.ts';
import { findThings } from './things.ts';
import { findTimes } from './times.ts';

/** Which personal finds are entities too. */
const personal: Partial<Record<PersonalType, EntityType>> = {
  cpf: 'tax_id',
  cnpj: 'tax_id',
  curp: 'tax_id',
  rfc: 'tax_id',
  cuit: 'tax_id',
  dni: 'tax_id',
  rut: 'tax_id',
  nit: 'tax_id',
  cedula: 'tax_id',
  ruc: 'tax_id',
  ssn: 'tax_id',
  itin: 'tax_id',
  rg: 'tax_id',
  email: 'email',
  phone: 'phone',
  postcode: 'postcode',
};

const fromPersonal = (given: string): Found[] =>
  findPersonal(given).flatMap(({ type, start, end }) => {
    const entity = personal[type];
    return entity === undefined ? [] : [{ type: entity, start, end }];
  });

/** In the order of the text; where two overlap, the more certain one. */
export const findEntities = (given: string): Entity[] => {
  const text = aligned(given);
  const found = [
    ...fromPersonal(given),
    ...findNumbers(text, given),
    ...findMoney(text),
    ...findSizes(text, given),
    ...findTimes(text),
    ...findQuantities(text),
    ...findBareNumbers(text),
    ...findThings(text),
  ];
  return settled(found).map(({ type, start, end }) => ({ type, value: given.slice(start, end), start, end }));
};
