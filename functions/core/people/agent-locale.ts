/** The languages that the seller's people read us in. */

export const agentLocales = ['zh-CN', 'en', 'es', 'pt-BR'] as const;
export type AgentLocale = (typeof agentLocales)[number];

/** The nearest of the four for a BCP 47 tag: its language decides; anything else reads English. */
export const agentLocaleFor = (tag: string): AgentLocale => {
  const language = tag.split('-')[0]?.toLowerCase();
  return agentLocales.find((locale) => locale.split('-')[0] === language) ?? 'en';
};
