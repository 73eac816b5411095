/** Emoji in a text: how many there are, and the text without them. */

/** One as it is seen: a flag, or a picture with its skin tone and what is joined to it; © ® ™ and the like are signs. */
const emoji =
  /\p{Regional_Indicator}{2}|(?![©®\u2000-\u22FF])\p{Extended_Pictographic}(?:[\p{Emoji_Modifier}\uFE0F]|\u200D\p{Extended_Pictographic})*/gu;

export const emojiIn = (text: string): number => text.match(emoji)?.length ?? 0;

/** Without emoji, and without the blanks that stood before them. */
export const withoutEmoji = (text: string): string =>
  emojiIn(text) === 0 ? text : text.replace(new RegExp(`\\s*(?:${emoji.source})`, 'gu'), '').trim();
