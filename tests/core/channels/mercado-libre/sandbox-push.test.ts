/** The sandboxed Mercado Libre calls us as the platform does: a pointer, little patience, retries, and then silence. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Sandbox } from '../../../../functions/core/channels/kit/sandbox.ts';
import { answer, silence } from '../web-server.ts';
import { application, buyer, noon, seller, world, type World } from './sandbox-world.ts';

const item = 'MLB3571180942';
const pack = '2000007001';
let here: World;
let platform: Sandbox;
beforeEach(async () => {
  here = await world();
  platform = here.open();
});
afterEach(async () => here.close());

const notice = z.looseObject({ resource: z.string(), topic: z.string(), attempts: z.number() });
const received = () => here.webhook.received.map(({ body }) => notice.parse(JSON.parse(body)));
const resources = () => received().map(({ resource }) => resource);
const ask = async () =>
  `/questions/${(await platform.create({ account: seller, item, buyer, text: 'Serve?' }, 'questions')).id}`;
const arrived = async (count: number) => {
  await expect.poll(() => here.webhook.received.length, { timeout: 5000, interval: 5 }).toBe(count);
};
const missed = async (topic = 'questions', rest = '') => {
  const { body } = await here.as(
    platform,
    'GET',
    `/missed_feeds?app_id=${application}&topic=${topic}${rest}`,
  );
  return z.object({ messages: z.array(notice) }).parse(body).messages;
};

describe('a notification', () => {
  it('of a question points and tells nothing', async () => {
    const resource = await ask();
    const at = new Date(noon).toISOString();
    expect(received()).toEqual([
      {
        _id: expect.any(String),
        resource,
        user_id: Number(seller),
        topic: 'questions',
        application_id: Number(application),
        attempts: 1,
        sent: at,
        received: at,
      },
    ]);
  });

  it('of a message is a bare id with what happened, and of a claim its path', async () => {
    const { id } = await platform.create({ account: seller, pack, buyer, text: 'Cadê?' }, 'messages');
    const claim = await platform.create({ account: seller, pack, buyer, text: 'Não chegou' }, 'claims');
    expect(received()).toMatchObject([
      { id: expect.any(String), resource: id, topic: 'messages', actions: ['created'] },
      { resource: `/post-purchase/v1/claims/${claim.id}`, topic: 'post_purchase', actions: ['claims'] },
    ]);
  });

  it('comes also of our own answer and message', async () => {
    const resource = await ask();
    await here.as(platform, 'POST', '/answers', { question_id: resource.slice(11), text: 'Serve.' });
    await arrived(2);
    expect(resources()).toEqual([resource, resource]);
    await platform.create({ account: seller, pack, buyer, text: 'Cadê?' }, 'messages');
    const reply = { from: { user_id: seller }, to: { user_id: buyer }, text: 'Amanhã.' };
    await here.as(platform, 'POST', `/messages/packs/${pack}/sellers/${seller}?tag=post_sale`, reply);
    await arrived(4);
  });

  it('that fails is sent again, eight times within the hour, and then is only among the missed', async () => {
    platform.fault({ mood: 'hour', lastsMs: 50 });
    here.webhook.behave(answer(503));
    const resource = await ask();
    await arrived(8);
    expect(received().map(({ attempts }) => attempts)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    await expect.poll(async () => missed()).toMatchObject([{ resource }]);
  });

  it('that is acknowledged too late counts as failed', async () => {
    platform.fault({ mood: 'hour', lastsMs: 50 });
    here.webhook.behave((response, request) => {
      here.webhook.behave(answer(200));
      silence(response, request);
    });
    await ask();
    await arrived(2);
    expect(await missed()).toEqual([]);
  });

  it('that was under way when the machine stopped is sent after its start', async () => {
    here.webhook.behave(answer(503));
    const resource = await ask();
    await platform.close();
    here.webhook.behave(answer(200));
    platform = here.open();
    platform.fault({ mood: 'hour', lastsMs: 50 });
    await arrived(2);
    expect(resources()).toEqual([resource, resource]);
  });
});

describe('what was missed', () => {
  it('is kept two days, page by page, for this application and topic only', async () => {
    platform.fault({ mood: 'silent', times: 3 });
    const all = [await ask(), await ask()];
    await platform.create({ account: seller, pack, buyer, text: 'Cadê?' }, 'messages');
    expect(here.webhook.received).toEqual([]);
    expect((await missed()).map(({ resource }) => resource)).toEqual(all);
    expect((await missed('questions', '&limit=1&offset=1')).map(({ resource }) => resource)).toEqual(
      all.slice(1),
    );
    expect(await missed('messages')).toHaveLength(1);
    const foreign = await here.as(platform, 'GET', '/missed_feeds?app_id=7&topic=questions');
    expect(foreign.body).toEqual({ messages: [] });
    here.pass(2 * 24 * 60 * 60 * 1000 + 1);
    expect(await missed()).toEqual([]);
  });
});

it('what is asked quietly is told to nobody, and is among the missed', async () => {
  const asked = { account: seller, item, buyer, text: 'Serve?', quietly: true };
  const { id } = await platform.create(asked, 'questions');
  expect(here.webhook.received).toEqual([]);
  expect(await missed()).toMatchObject([{ resource: `/questions/${id}` }]);
});

describe('a mood', () => {
  it('of disorder turns two notifications round', async () => {
    platform.fault({ mood: 'out-of-order' });
    const [first, second] = [await ask(), await ask()];
    await arrived(2);
    expect(resources()).toEqual([second, first]);
  });

  it('of doubling sends the same again', async () => {
    platform.fault({ mood: 'doubled', copies: 3 });
    const resource = await ask();
    expect(resources()).toEqual([resource, resource, resource]);
    expect(new Set(received().map((one) => one['_id'])).size).toBe(1);
  });

  it('of lateness sends it after others', async () => {
    platform.fault({ mood: 'late', delayMs: 30 });
    const late = await ask();
    const soon = await ask();
    await arrived(2);
    expect(resources()).toEqual([soon, late]);
  });

  it('that switches a topic off leaves the others on, until it is switched on by hand', async () => {
    platform.fault({ mood: 'topic-off', topic: 'questions' });
    const resource = await ask();
    await platform.create({ account: seller, pack, buyer, text: 'Cadê?' }, 'messages');
    expect(received()).toMatchObject([{ topic: 'messages' }]);
    expect(await missed()).toMatchObject([{ resource }]);
    platform.fault({ mood: 'topic-on', topic: 'questions' });
    await ask();
    expect(received()).toHaveLength(2);
  });

  it('comes by itself after many failed calls in a row', async () => {
    platform.fault({ mood: 'hour', lastsMs: 50 });
    here.webhook.behave(answer(503));
    await Promise.all([ask(), ask(), ask(), ask(), ask(), ask()]);
    await expect.poll(async () => (await missed()).length, { timeout: 5000 }).toBe(6);
    here.webhook.behave(answer(200));
    const before = here.webhook.received.length;
    await ask();
    expect(here.webhook.received).toHaveLength(before);
    expect(await missed()).toHaveLength(7);
  });
});
