/** `understand` and `redact` as people pipe through them: order kept, bad lines told, the run goes on. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const run = (command: string, input: string): unknown[] => {
  const { stdout, status } = spawnSync(process.execPath, [`bin/${command}.ts`], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
};

const lines = [
  '{"id":"a","text":"cade meu pedido 123456"}',
  '',
  '{"id":"b"}',
  'nonsense',
  '[1]',
  '{"id":"c","text":"","conversationLanguage":"pt"}',
].join('\n');

describe('understand', () => {
  it('answers line by line, and names what is wrong with a bad one', () => {
    expect(run('understand', lines)).toMatchObject([
      {
        id: 'a',
        language: 'pt',
        intent: 'order_status',
        entities: [{ type: 'order_number', value: '123456', start: 16, end: 22 }],
      },
      { id: 'b', error: 'text is missing' },
      { id: null, error: 'the line is not JSON' },
      { id: null, error: 'the line is no object' },
      { id: 'c', language: 'pt', intent: 'other_out_of_scope', answered: false },
    ]);
  });
});

describe('redact', () => {
  it('gives the text without personal data, and where they stood', () => {
    expect(run('redact', '{"id":1,"text":"cpf 529.982.247-25"}\n')).toEqual([
      { id: 1, text: 'cpf [CPF]', spans: [{ type: 'cpf', start: 4, end: 18 }] },
    ]);
  });
});
