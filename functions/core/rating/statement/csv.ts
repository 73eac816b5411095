/** A statement as CSV (RFC 4180): plain, or in the columns that Kingdee and Yonyou take receivables in. */
import { lastDayOf } from '../calendar.ts';
import { exact, forOne, plain } from '../money.ts';
import type { Statement, StatementLine } from './statement.ts';
import { wordsOf } from './statement-of.ts';

export const csvProfiles = ['plain', 'kingdee', 'yonyou'] as const;
export type CsvProfile = (typeof csvProfiles)[number];

/** A text that a spreadsheet would take for a formula is kept a text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
export const csvRow = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

/** Last day of the month: what accounts book a statement on. */
const bookedOn = ({ month }: Statement): string => lastDayOf(month);
const numberOf = ({ number }: Statement): string => number ?? 'PROVISIONAL';
/** For one, whatever the card's price is for. */
const singlePrice = ({ unitPrice, per }: StatementLine): string => plain(forOne(exact(unitPrice), per));

const plainRows = (statement: Statement): readonly (readonly string[])[] => {
  const { columns, groups, total, notice } = { ...wordsOf(statement.locale), notice: statement.notice };
  const heads = [
    columns.line,
    columns.group,
    columns.text,
    columns.quantity,
    columns.per,
    columns.unitPrice,
    columns.amount,
    columns.currency,
  ];
  const rows = statement.lines.map((line) => [
    line.id,
    groups[line.group],
    harmless(line.text),
    line.quantity,
    String(line.per),
    line.unitPrice,
    line.amount,
    statement.currency,
  ]);
  return [
    heads,
    ...rows,
    ['', '', total, '', '', '', statement.totals.total, statement.currency],
    [
      '',
      '',
      `${statement.title} ${numberOf(statement)}, ${statement.tenant}, ${statement.month}`,
      '',
      '',
      '',
      '',
      '',
    ],
    ['', '', notice, '', '', '', '', ''],
  ];
};

/** Taxes are lines of their own, because they are computed on the sum. */
const kingdeeHeads = [
  '单据类型',
  '单据编号',
  '业务日期',
  '客户编码',
  '币别',
  '费用项目编码',
  '费用项目名称',
  '计价数量',
  '单价',
  '不含税金额',
  '税率(%)',
  '税额',
  '价税合计',
  '备注',
];

/** Receivables of nothing are not imported. */
const charged = ({ lines }: Statement): readonly StatementLine[] =>
  lines.filter(({ amount }) => /[1-9]/.test(amount));

const kingdeeRows = (statement: Statement): readonly (readonly string[])[] => [
  kingdeeHeads,
  ...charged(statement).map((line) => [
    '其他应收单',
    numberOf(statement),
    bookedOn(statement),
    statement.tenant,
    statement.currency,
    line.of,
    harmless(line.text),
    line.quantity,
    singlePrice(line),
    line.group === 'tax' ? '0' : line.amount,
    '0',
    line.group === 'tax' ? line.amount : '0',
    line.amount,
    `${statement.month} ${line.id} ${statement.notice}`,
  ]),
];

const yonyouHeads = [
  '单据类型',
  '单据编号',
  '单据日期',
  '客户编码',
  '币种',
  '汇率',
  '方向',
  '项目编码',
  '摘要',
  '数量',
  '单价',
  '原币金额',
  '税额',
  '价税合计',
];

const yonyouRows = (statement: Statement): readonly (readonly string[])[] => [
  yonyouHeads,
  ...charged(statement).map((line) => [
    '其他应收单',
    numberOf(statement),
    bookedOn(statement),
    statement.tenant,
    statement.currency,
    // The books are not in the card's currency: the rate to them is set on import.
    '',
    '借',
    line.of,
    harmless(`${statement.month} ${line.id} ${line.text}`),
    line.quantity,
    singlePrice(line),
    line.group === 'tax' ? '0' : line.amount,
    line.group === 'tax' ? line.amount : '0',
    line.amount,
  ]),
  [...Array.from({ length: 8 }, () => ''), statement.notice, ...Array.from({ length: 5 }, () => '')],
];

/** Rows end with CRLF; a byte order mark leads those for spreadsheets in Chinese. */
export const csvOf = (statement: Statement, profile: CsvProfile): string => {
  switch (profile) {
    case 'plain':
      return plainRows(statement).map(csvRow).join('');
    case 'kingdee':
      return `\uFEFF${kingdeeRows(statement).map(csvRow).join('')}`;
    case 'yonyou':
      return `\uFEFF${yonyouRows(statement).map(csvRow).join('')}`;
  }
};
