/** Where a queue is called: an event names its queue by ARN, a call wants a URL. `endpoint`: one address for all services. */
export const queueUrlOf =
  (endpoint: string | undefined) =>
  (arn: string): string => {
    const [, , , region = '', account = '', name = ''] = arn.split(':');
    return `${endpoint ?? `https://sqs.${region}.amazonaws.com`}/${account}/${name}`;
  };
