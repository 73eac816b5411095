/** Whether a shop's call was signed with one of the registration's secrets; a shop that signs nothing is forged. */
import type { ChannelIngress } from '../../ports/channel.ts';
import { verifyWebhook } from '../kit/standard-webhooks.ts';

export const verify: ChannelIngress['verify'] = (call, secrets, now) => verifyWebhook(call, secrets, now);
