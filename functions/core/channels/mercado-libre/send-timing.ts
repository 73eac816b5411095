/** How long the platform is left alone before we look what its moderation made of our words. */

/** Moderation runs after the platform said yes: a first look later than this finds most of what it refuses. */
export const judgedAfterSeconds = 2;
/** After that it is taken for accepted; a refusal that comes even later arrives as a notification. */
export const longestJudgementSeconds = 60;
