/** How one of several parcels is told, inside a sentence that lists them. */
import type { AnsweredLanguage } from '../../domain/language.ts';

export type ParcelState = 'delivered' | 'out' | 'pickup' | 'moving' | 'preparing' | 'problem';

export const parcelWords: Readonly<Record<ParcelState, Readonly<Record<AnsweredLanguage, string>>>> = {
  delivered: {
    es: 'un paquete figura entregado[ {onDelivered}]',
    pt: 'um pacote consta como entregue[ {onDelivered}]',
    en: 'one package shows as delivered[ {onDelivered}]',
  },
  out: {
    es: 'un paquete salió a reparto[ con {carrier}][ (<tracking>: {tracking})]',
    pt: 'um pacote saiu para entrega[ com {carrier}][ (código de rastreio: {tracking})]',
    en: 'one package is out for delivery[ with {carrier}][ (tracking number: {tracking})]',
  },
  pickup: {
    es: 'un paquete ya se puede <pickUp>[ ({carrier})][ (<tracking>: {tracking})]',
    pt: 'um pacote já pode ser retirado[ ({carrier})][ (código de rastreio: {tracking})]',
    en: 'one package is ready for pickup[ ({carrier})][ (tracking number: {tracking})]',
  },
  moving: {
    es: 'un paquete va en camino[ con {carrier}][ (<tracking>: {tracking})][, con entrega estimada para {estimated}]',
    pt: 'um pacote está a caminho[ com {carrier}][ (código de rastreio: {tracking})][, com entrega prevista para {estimated}]',
    en: 'one package is on its way[ with {carrier}][ (tracking number: {tracking})][, with delivery estimated for {estimated}]',
  },
  preparing: {
    es: 'un paquete todavía se está preparando[, con fecha límite de despacho {shipBy}]',
    pt: 'um pacote ainda está em preparação[, com envio até {shipBy}]',
    en: 'one package is still being prepared[, with a ship-by date of {shipBy}]',
  },
  problem: {
    es: 'un paquete tuvo un inconveniente en el envío[ con {carrier}][ (<tracking>: {tracking})]',
    pt: 'um pacote teve um problema no envio[ com {carrier}][ (código de rastreio: {tracking})]',
    en: 'one package ran into a shipping problem[ with {carrier}][ (tracking number: {tracking})]',
  },
};
