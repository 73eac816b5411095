/** Warranty, repair, duties: what the item states about them; all else is for a person. */
import type { Item } from '../../domain/facts.ts';
import { attributesAsked } from '../attribute-match.ts';
import type { Slots } from '../template.ts';
import { mentions, phrases } from '../text.ts';
import { boughtSlot } from './returns.ts';
import {
  daySlots,
  situation,
  textSlot,
  type Background,
  type Question,
  type Situation,
} from './situation.ts';

const warrantySlots = (
  item: Item | null | undefined,
  background: Background,
): { readonly slots: Slots; readonly basis: readonly string[] } => {
  const [stated] = item ? attributesAsked(item.attributes, 'garantia', background.language) : [];
  if (stated === undefined) return { slots: {}, basis: [] };
  const fact = `item.attributes.${stated.key}`;
  return { slots: textSlot('warranty', stated.value, fact), basis: [fact] };
};

/** The product failed: a case. Without that, it is a question about the warranty itself. */
const saysItFailed = (text: string): boolean =>
  mentions(
    text,
    phrases(`
    dejo de, no funciona, ya no, se dano, se descompuso, se rompio, fallo, falla, no prende, no
    enciende, no carga, no anda, se apaga, reparar, reparacion, arreglar, arreglo, servicio tecnico,
    hacer valida, usar la garantia, parou, nao funciona, nao liga, quebrou, estragou, defeito, nao
    carrega, consertar, conserto, assistencia, acionar, pifou, stopped, broke, broken, doesn t work, not
    working, won t turn, won t charge, won t, repair, fix, failed, died, claim, defective, service
    center`),
  );

export const warranty = (question: Question, background: Background): readonly Situation[] => {
  const { order, item } = background.facts;
  const stated = warrantySlots(item, background);
  if (stated.slots['warranty'] !== undefined && !saysItFailed(question.text))
    return [situation('warranty.stated', stated)];
  const bought = order
    ? { ...boughtSlot(order), ...daySlots('placed', order.placedAt, 'order.placedAt', background) }
    : {};
  return [
    situation('warranty.claim', { slots: { ...stated.slots, ...bought }, basis: stated.basis, person: true }),
    ...(order ? [] : [situation('order.also')]),
  ];
};

const dutyKeys = /tax|dut(?:y|ies)|custom|import|arancel|impuesto|imposto|aduana/i;

export const customs = (_question: Question, { facts: { item } }: Background): readonly Situation[] => {
  const stated = Object.entries(item?.attributes ?? {}).find(([key]) => dutyKeys.test(key));
  const slots = stated === undefined ? {} : textSlot('duties', stated[1], `item.attributes.${stated[0]}`);
  return slots['duties'] === undefined
    ? [situation('customs.unknown', { person: true })]
    : [
        situation('customs.stated', {
          slots,
          basis: [`item.attributes.${stated?.[0] ?? ''}`],
          asksFor: 'person',
        }),
      ];
};
