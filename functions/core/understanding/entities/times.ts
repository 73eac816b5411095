/** Dates and lengths of time: best effort. */
import { spansOf } from '../masking/span.ts';
import type { Found } from './numbers.ts';

const lengthUnit =
  '(?:dias?(?:\\s(?:habiles|uteis|corridos|naturales))?|(?:business |working )?days?|horas?|hours?|hrs?|hs|semanas?|weeks?|wks?|mes(?:es)?|months?|anos?|years?|minutos?|minutes?|mins?|quincenas?)';
const someNumber = String.raw`(?:\d{1,4}(?:\s?(?:a|o|ou|or|to|-|y|e)\s?\d{1,4})?|un|una|um|uma|dos|duas|dois|tres|cuatro|quatro|cinco|seis|siete|sete|ocho|oito|nueve|nove|diez|dez|quince|quinze|veinte|vinte|treinta|trinta|one|two|three|four|five|six|seven|eight|nine|ten|(?:a )?couple of|a)`;
const durations = new RegExp(String.raw`(?<![a-z\d])${someNumber}\s?${lengthUnit}(?![a-z])`, 'g');

const monthName =
  '(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|janeiro|fevereiro|marco|maio|junho|julho|setembro|outubro|novembro|dezembro|january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|ene|abr|ago|dic|fev|set|out|dez)';
const weekday =
  '(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|(?:segunda|terca|quarta|quinta|sexta)[-\\s]feira|monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
const dates = new RegExp(
  String.raw`(?<![a-z\d/.-])(?:\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?(?![/\d])|\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}(?:[o°]|ro)?\s(?:de\s)?${monthName}(?:\s(?:de\s|del\s)?\d{4})?|${monthName}\.?\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?|${weekday}|hoy|manana|ayer|anteayer|hoje|amanha|ontem|anteontem|today|tomorrow|yesterday|tonight)(?![a-z\d])`,
  'g',
);

const fractions = /^\d{1,2}\/\d{1,2}$/;
const noDates = new Set(['24/7', '1/2', '1/1', '50/60', '3/4', '1/4']);
const morning = /(?:la|una|esta)\s$/;
/** `de la mañana` is a time of day, `24/7` and `1/2` are no dates. */
const isDate = (text: string, raw: string, start: number): boolean => {
  if (raw === 'manana') return !morning.test(text.slice(Math.max(0, start - 8), start));
  if (!fractions.test(raw)) return true;
  const [first = 0, second = 0] = raw.split('/').map(Number);
  const fits = first > 0 && second > 0 && Math.min(first, second) <= 12 && Math.max(first, second) <= 31;
  return fits && !noDates.has(raw);
};

/** @param text as `aligned` leaves it */
export const findTimes = (text: string): Found[] => [
  ...spansOf('date', text, dates, (raw, start) => isDate(text, raw, start)),
  ...spansOf('duration', text, durations),
];
