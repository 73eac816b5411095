/** Whether an agent can take a case now, and what stands against it. */
import { found, type Outcome } from '../../domain/outcome.ts';
import { isOpen } from '../calendar/business-time.ts';
import type { CalendarProblem, DeskCalendar } from '../calendar/desk-calendar.ts';
import { sameLanguage, type AgentNow, type AgentProfile, type SkillGroup } from './agent.ts';
import type { Unable } from './why.ts';

/** What of a situation decides who is able. */
export type Asking = {
  readonly language: string;
  readonly translated: boolean;
  readonly declined: readonly string[];
  readonly at: Date;
};

export const speaks = ({ languages }: Pick<AgentProfile, 'languages'>, language: string): boolean =>
  languages.some((one) => sameLanguage(one, language));

/**
 * Whether only a speaker is able: without translation, and where anybody of the tenant speaks the language. Where
 * nobody does, the original with a note is better than no person at all.
 */
export const needsSpeaker = (
  { language, translated }: Pick<Asking, 'language' | 'translated'>,
  agents: readonly AgentNow[],
): boolean =>
  !translated && language !== 'unknown' && agents.some(({ profile }) => speaks(profile, language));

export const calendarOf = ({ calendar }: AgentProfile, group: SkillGroup): DeskCalendar =>
  calendar ?? group.calendar;

/** The first that holds; null: able. */
export const obstacleOf = (
  { profile, presence, openCases }: AgentNow,
  asking: Asking,
  group: SkillGroup,
  speakerOnly: boolean,
): Outcome<keyof Unable | null, CalendarProblem> => {
  if (asking.declined.includes(profile.name)) return found('declined');
  if (speakerOnly && !speaks(profile, asking.language)) return found('language');
  const open = isOpen(calendarOf(profile, group), asking.at);
  if (!open.ok) return open;
  if (!open.value) return found('outsideShift');
  if (presence !== 'online') return found('absent');
  return found(openCases >= profile.capacity ? 'full' : null);
};
