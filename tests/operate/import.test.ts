/** What files become when they are brought in: every kind, its faults by line, and suggestions that name nobody. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { finish, told } from '../../bin/import/draft.ts';
import { suggestionsFrom } from '../../bin/import/conversations.ts';
import { readImported } from '../../bin/import/read-file.ts';
import { tenantId } from '../../functions/core/domain/ids.ts';
import { mask } from '../../functions/core/understanding/masking/mask.ts';

const tenant = tenantId('faronorte0');
const folder = mkdtempSync(join(tmpdir(), 'recado-import-'));
const imported = async (name: string, text: string, language?: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  const read = await readImported(file, undefined);
  const defaults = { language, market: undefined, category: undefined, audience: undefined };
  const { articles, faults } = finish(tenant, read.drafts, defaults);
  return {
    articles,
    pairs: read.pairs,
    faults: [...read.faults, ...faults].map((fault) => told(fault).replaceAll(`${folder}/`, '')),
  };
};

describe('a file becomes', () => {
  it('an article with what its front matter says, and without its author’s notes', async () => {
    const { articles } = await imported(
      'Guía de Lavado.markdown',
      '---\ntitle: Guía de lavado\nlanguage: es\nmarket: MX\nvalid_to: 2026-12-31\naudience: internal\n---\n# Guía de lavado\nA mano.\n<!-- revisar -->\n',
    );
    expect(articles).toEqual([
      {
        tenant,
        id: 'guia-de-lavado',
        language: 'es',
        market: 'MX',
        validFrom: null,
        validTo: '2026-12-31',
        category: null,
        scene: null,
        audience: 'internal',
        title: 'Guía de lavado',
        body: 'A mano.',
      },
    ]);
  });

  it('one article for each row of a table with texts, in whatever case its head is written', async () => {
    const { articles } = await imported(
      'a.csv',
      'ID;Title;Language;Body\none;Envío;es;"Cinco días; a todo el país."\n',
    );
    expect(articles.map(({ id, body }) => [id, body])).toEqual([['one', 'Cinco días; a todo el país.']]);
  });

  it('a product of each item, without what changes by the hour', async () => {
    const table = await imported(
      'c.csv',
      'sku,title,price,stock,material\nL-1,Lámpara,20.00,4,vidrio\n',
      'es',
    );
    const list = await imported(
      'c.json',
      '[{"id":"L-1","title":"Lámpara","price":"20.00","stock":4,"attributes":{"material":"vidrio"}}]',
      'es',
    );
    expect(table.articles).toEqual(list.articles);
    expect(table.articles.map(({ id, title, body, category }) => [id, title, body, category])).toEqual([
      ['product-l-1', 'Lámpara', 'material: vidrio', 'product'],
    ]);
  });

  it('a table of sizes that keeps its rows', async () => {
    const { articles } = await imported('tallas.csv', 'talla,busto\nM,92\nL,98\n', 'es');
    expect(articles[0]?.body).toBe('| talla | busto |\n| --- | --- |\n| M | 92 |\n| L | 98 |');
  });

  it('the words of a page without its menus and scripts', async () => {
    const { articles } = await imported(
      'p.html',
      '<html lang="pt-br"><body><nav>menu</nav><script>x()</script><h1>Trocas</h1><p>Em <b>30 dias</b>.</p><h2>Como</h2><ul><li>Abra</li></ul></body></html>',
    );
    expect(articles.map(({ language, title, body }) => [language, title, body])).toEqual([
      ['pt-BR', 'Trocas', 'Em 30 dias.\n\n## Como\n\n- Abra'],
    ]);
  });
});

it('tells every fault by file and line, and takes nothing of such a file', async () => {
  const bad = await imported('bad.txt', '---\ntitle: X\nlanguage: spanish\nwhat\nprice: 3\n---\ntexto');
  expect(bad.articles).toEqual([]);
  expect(bad.faults).toEqual([
    'bad.txt:4: a line of front matter is `name: value`',
    'bad.txt:1: language: a language is es, pt, en or like pt-BR: give --language',
    'bad.txt:1: Unrecognized key: "price"',
  ]);
  expect((await imported('a.txt', '---\ntitle: X\n')).faults).toEqual([
    'a.txt:1: the front matter has no second line of dashes',
  ]);
  expect((await imported('a.jsonl', '{"question":"a","answer":"b"}\nno')).faults).toEqual([
    'a.jsonl:2: the line is no JSON',
  ]);
  expect((await imported('a.csv', 'id,title,body\nx,X,es,too,many\n')).faults).toEqual([
    'a.csv:2: it has more cells than the head has names',
  ]);
  expect((await imported('a.xyz', '')).faults[0]).toContain('a file is .md');
  expect((await imported('a.pdf', 'no pdf')).faults[0]).toContain('it is no PDF');
});

it('takes two articles of one id for a mistake', async () => {
  const { faults } = await imported('two.csv', 'id,title,language,body\nx,A,es,a\nx,B,es,b\n');
  expect(faults).toEqual(['two.csv:3: x is an id of two.csv:2 too']);
});

describe('old conversations', () => {
  const same = 'Sí, facturamos todas las compras; pide tu factura dentro de los 30 días.';
  const pairs = [
    { question: 'hola, hacen factura? soy Juan Pérez, juan@correo.example', answer: same },
    { question: 'me pueden facturar con mi RFC?', answer: same },
    {
      question: 'dónde está mi pedido 2000001234567?',
      answer: 'Su pedido 2000001234567 llega mañana a su casa.',
    },
    { question: 'gracias', answer: 'De nada' },
  ];
  const suggested = suggestionsFrom(pairs, { mask: (text) => mask(text).text, languageOf: () => 'es' });

  it('become a suggestion where several asked the same, and name nobody', () => {
    expect(suggested.suggestions.map(({ count }) => count)).toEqual([2]);
    expect(suggested.leftOut).toBe(2);
    const [sheet] = suggested.suggestions;
    expect(sheet?.text).toContain(same);
    expect(sheet?.text).not.toMatch(/juan|correo|2000001234567/i);
  });

  it('are answered from only once a person took the mark away', async () => {
    const text = suggested.suggestions[0]?.text ?? '';
    const unseen = await imported('s.txt', text);
    expect([unseen.articles, unseen.faults.length]).toEqual([[], 1]);
    const read = await imported('s.txt', text.replace(/^suggested: .*\n/m, ''));
    expect(read.articles.map(({ body }) => body)).toEqual([same]);
  });
});
