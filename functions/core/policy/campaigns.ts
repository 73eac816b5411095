/** The sales days on which buyers write most: by rule where one holds, by table where organisers set them. */

export const campaignIds = ['hot-sale-mx', 'hot-sale-ar', 'buen-fin', 'black-friday', '11.11'] as const;
export type CampaignId = (typeof campaignIds)[number];
