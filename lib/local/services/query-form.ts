/** Reads a request of AWS's query protocol and wraps its answer. */
import type { AwsAnswer, AwsRequest } from '../service.ts';
import { xml } from './xml.ts';
import type { XmlTree } from './xml.ts';

export const queryForm = ({ body }: AwsRequest): URLSearchParams => new URLSearchParams(body.toString());

/** The values of `<prefix>.1`, `<prefix>.2`, … in this order. */
export const queryList = (form: URLSearchParams, prefix: string): readonly string[] => {
  const values: string[] = [];
  for (let n = 1; ; n += 1) {
    const value = form.get(`${prefix}.${n}`);
    if (value === null) return values;
    values.push(value);
  }
};

export const queryAnswer = (action: string, result: XmlTree): AwsAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: xml({
    [`${action}Response`]: { [`${action}Result`]: result, ResponseMetadata: { RequestId: 'local' } },
  }),
});
