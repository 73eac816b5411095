/** The memory store keeps the port's contract, so that what flows prove over it holds over DynamoDB. */
import { conversationsContract } from '../contracts/conversations.ts';
import { memoryConversations } from '../fakes/conversations.ts';

conversationsContract('memory', async () => {
  const store = memoryConversations(() => new Date());
  return { store, lines: async () => [...store.lines.values()] };
});
