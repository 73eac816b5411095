/** What stands against a rule of the house, each with its reason; one that is no longer needed fails. */

export const exceptions = {
  imports: [
    {
      from: 'functions/core/entry/queue.ts',
      to: 'functions/core/policy/timing.ts',
      because:
        'the delays of retries are a table that people read and change, and the entry is where they act',
    },
  ],
  environment: [
    {
      path: 'lib/local/lambda/child.ts',
      because: 'it is the first file of a process of its own, which plays what AWS gives a Lambda',
    },
    {
      path: 'functions/core/aws/slim/surroundings.ts',
      because: 'it stands in bundles for the SDK, whose clients read these variables by themselves',
    },
  ],
} as const;
