/** Words an AwsError in the protocol that the SDK client of a service expects. */
import type { AwsAnswer, AwsError } from '../service.ts';
import { xml } from './xml.ts';

const restXml = new Set(['s3']);
const query = new Set(['sts', 'sns', 'ses']);

/**
 * The answer that a client of the service with this signing name understands as the error: REST-XML for S3, the
 * query protocol's XML for STS, SNS and SES, JSON for all others.
 */
export const errorAnswer = (service: string, error: AwsError): AwsAnswer => {
  if (restXml.has(service)) return xmlAnswer(error, { Error: { Code: error.code, Message: error.message } });
  if (query.has(service))
    return xmlAnswer(error, { ErrorResponse: { Error: queryError(error), RequestId: 'local' } });
  return {
    status: error.status,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': error.code },
    body: JSON.stringify({ ...error.members, __type: error.code, message: error.message }),
  };
};

const queryError = (error: AwsError) => ({
  Type: error.status < 500 ? 'Sender' : 'Receiver',
  Code: error.code,
  Message: error.message,
});

const xmlAnswer = (error: AwsError, tree: Parameters<typeof xml>[0]): AwsAnswer => ({
  status: error.status,
  headers: { 'content-type': 'application/xml' },
  body: xml(tree),
});
