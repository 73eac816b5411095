/** A moment by which something is done, as a buyer says it: "hoy antes de las 18:00", "amanhã até as 10h". */
import { dayAt, dayMilliseconds, readingAt, weekdayOf } from '../calendar/wall-clock.ts';
import type { SpokenLanguage } from './voice.ts';

export type Spoken = {
  readonly moment: Date;
  readonly now: Date;
  /** IANA zone of the buyer. */
  readonly timeZone: string;
  /** Say whose clock it is. */
  readonly namesZone: boolean;
};

const weekdayNames = {
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  pt: ['segunda-feira', 'terça-feira', 'quarta-feira', 'quinta-feira', 'sexta-feira', 'sábado', 'domingo'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const satisfies Record<SpokenLanguage, readonly string[]>;

const monthNames = {
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
  pt: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const satisfies Record<SpokenLanguage, readonly string[]>;

const nearDays = {
  es: ['hoy', 'mañana'],
  pt: ['hoje', 'amanhã'],
  en: ['today', 'tomorrow'],
} as const satisfies Record<SpokenLanguage, readonly string[]>;

/** Every word that names a day: another one beside the promise would be another promise. */
export const dayWords = {
  es: [...nearDays.es, ...weekdayNames.es, ...monthNames.es, 'pasado mañana'],
  pt: [...nearDays.pt, ...weekdayNames.pt, ...monthNames.pt, 'segunda', 'terça', 'quarta', 'quinta', 'sexta'],
  en: [...nearDays.en, ...weekdayNames.en, ...monthNames.en, 'tonight'],
} as const satisfies Record<SpokenLanguage, readonly string[]>;

/** What people of several zones call one clock. */
const zoneNames: Readonly<Record<string, Readonly<Record<SpokenLanguage, string>>>> = {
  'America/Mexico_City': {
    es: 'hora del centro de México',
    pt: 'horário do centro do México',
    en: 'Mexico City time',
  },
  'America/Sao_Paulo': { es: 'hora de Brasilia', pt: 'horário de Brasília', en: 'Brasília time' },
  'America/New_York': { es: 'hora del Este', pt: 'horário do leste dos EUA', en: 'Eastern time' },
  'America/Santiago': { es: 'hora de Santiago', pt: 'horário de Santiago', en: 'Santiago time' },
};

const utcName = (moment: Date, timeZone: string): string => {
  const minutes = (readingAt(moment.getTime(), timeZone) - moment.getTime()) / 60_000;
  const hours = Math.trunc(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `UTC${minutes < 0 ? '-' : '+'}${String(hours)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
};

/** A wall-clock moment: midnight is the end of the day before. */
type Clock = { readonly day: number; readonly hour: number; readonly minute: number };
const clockOf = ({ moment, timeZone }: Spoken): Clock => {
  const day = dayAt(moment.getTime(), timeZone);
  const minutes = Math.floor((readingAt(moment.getTime(), timeZone) - day * dayMilliseconds) / 60_000);
  return minutes === 0
    ? { day: day - 1, hour: 24, minute: 0 }
    : { day, hour: Math.floor(minutes / 60), minute: minutes % 60 };
};

const two = (number: number): string => String(number).padStart(2, '0');

const times: Readonly<Record<SpokenLanguage, (clock: Clock) => string>> = {
  es: ({ hour, minute }) => {
    if (hour === 24) return 'antes de la medianoche';
    return `antes de ${hour === 1 ? 'la' : 'las'} ${String(hour)}:${two(minute)}`;
  },
  pt: ({ hour, minute }) => {
    if (hour === 24) return 'até a meia-noite';
    return `até ${hour === 1 ? 'a' : 'as'} ${String(hour)}h${minute === 0 ? '' : two(minute)}`;
  },
  en: ({ hour, minute }) => {
    if (hour === 24) return 'by midnight';
    const twelve = hour % 12 === 0 ? 12 : hour % 12;
    return `by ${String(twelve)}${minute === 0 ? '' : `:${two(minute)}`} ${hour < 12 ? 'am' : 'pm'}`;
  },
};

type Day = { readonly name: string; readonly near: boolean };
const dayOf = ({ day }: Clock, spoken: Spoken, language: SpokenLanguage): Day => {
  const ahead = day - dayAt(spoken.now.getTime(), spoken.timeZone);
  const near = nearDays[language][ahead];
  if (near !== undefined) return { name: near, near: true };
  const weekday = weekdayNames[language][weekdayOf(day)] ?? '';
  const date = new Date(day * dayMilliseconds);
  const month = monthNames[language][date.getUTCMonth()] ?? '';
  const number = String(date.getUTCDate());
  const soon = ahead > 0 && ahead < 7;
  if (language === 'en')
    return { name: soon ? `on ${weekday}` : `on ${weekday}, ${month} ${number}`, near: false };
  if (language === 'es')
    return { name: soon ? `el ${weekday}` : `el ${weekday} ${number} de ${month}`, near: false };
  const before = weekday.endsWith('feira') ? 'na' : 'no';
  return {
    name: soon ? `${before} ${weekday}` : `${before} ${weekday}, ${number} de ${month},`,
    near: false,
  };
};

/** By the clock: always to be had. */
export const exactMoment = (spoken: Spoken, language: SpokenLanguage): string => {
  const clock = clockOf(spoken);
  const { name } = dayOf(clock, spoken, language);
  const time = times[language](clock);
  const zone = zoneNames[spoken.timeZone]?.[language] ?? utcName(spoken.moment, spoken.timeZone);
  const said = language === 'en' ? `${time} ${name}` : `${name} ${time}`;
  return spoken.namesZone ? `${said} (${zone})` : said;
};

const dayParts = {
  es: [' por la mañana', ' por la tarde'],
  pt: [' de manhã', ' à tarde'],
  en: [' morning', ' afternoon'],
} as const satisfies Record<SpokenLanguage, readonly [string, string]>;
const noon = 12 * 60;
const evening = 18 * 60;

/** By the part of the day, "el lunes por la mañana"; null for days that are near, late hours and other clocks. */
export const roughMoment = (spoken: Spoken, language: SpokenLanguage): string | null => {
  const clock = clockOf(spoken);
  const { name, near } = dayOf(clock, spoken, language);
  const minutes = clock.hour * 60 + clock.minute;
  if (near || name.endsWith(',') || spoken.namesZone || minutes > evening) return null;
  return `${name}${dayParts[language][minutes <= noon ? 0 : 1]}`;
};
