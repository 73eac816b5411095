/** Chooses one of those who are able: speakers before others, the least loaded, and equals by a lot that stays. */
import type { AgentNow } from './agent.ts';
import { speaks } from './ability.ts';
import type { RoutingRule } from './why.ts';

/** FNV-1a with the last mixing of MurmurHash3: even over names that differ in one letter. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** Below 0: `one` has the smaller part of its capacity filled. */
const byLoad = (one: AgentNow, other: AgentNow): number =>
  one.openCases * other.profile.capacity - other.openCases * one.profile.capacity;

type Chosen = { readonly agent: AgentNow; readonly rule: RoutingRule };

/** The highest hash of case and agent: an agent who comes or goes moves no other's cases. */
const byLot = (equals: readonly AgentNow[], escalation: string): AgentNow | undefined =>
  equals
    .map((agent) => ({ agent, lot: hashOf(`${escalation}#${agent.profile.name}`) }))
    .toSorted((a, b) => b.lot - a.lot || (a.agent.profile.name < b.agent.profile.name ? -1 : 1))[0]?.agent;

/** Null for none. */
export const choose = (
  able: readonly AgentNow[],
  { escalation, language }: { readonly escalation: string; readonly language: string },
): Chosen | null => {
  const [first, ...others] = able;
  if (first === undefined) return null;
  if (others.length === 0) return { agent: first, rule: 'only-one-able' };
  const speakers = able.filter(({ profile }) => speaks(profile, language));
  const [speaker, ...moreSpeakers] = speakers;
  if (speaker !== undefined && moreSpeakers.length === 0)
    return { agent: speaker, rule: 'speaks-the-language' };
  const fitting = speaker === undefined ? able : speakers;
  const least = fitting.reduce((best, one) => (byLoad(one, best) < 0 ? one : best));
  const equals = fitting.filter((one) => byLoad(one, least) === 0);
  if (equals.length === 1) return { agent: least, rule: 'least-loaded' };
  return { agent: byLot(equals, escalation) ?? least, rule: 'equal-share' };
};
