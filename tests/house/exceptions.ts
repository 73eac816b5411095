/** What stands against a rule of the house, each with its reason; one that is no longer needed fails. */

export const exceptions = {
  imports: [
    {
      from: 'functions/core/entry/queue.ts',
      to: 'functions/core/policy/timing.ts',
      because:
        'the delays of retries are a table that people read and change, and the entry is where they act',
    },
    {
      from: 'lib/constructs/lambda-credentials.ts',
      to: '@aws-sdk/credential-provider-env',
      because:
        "the bundler puts it in place of the SDK's chain of credentials: it runs in Lambdas, not in a stack",
    },
  ],
  environment: [
    {
      path: 'lib/local/lambda/child.ts',
      because: 'it is the first file of a process of its own, which plays what AWS gives a Lambda',
    },
  ],
} as const;
