/** Every figure of metering: the ledger against its oracle, tampering, files, rating, statements and cost. */
import { mkdirSync } from 'node:fs';
import type { Figure, Scope } from '../figure.ts';
import { badCards } from './cards.ts';
import { corruptionFigures } from './chain.ts';
import { costFigures } from './cost.ts';
import { ledgerFigures } from './ledger.ts';
import { parquetFigures } from './parquet.ts';
import { ratingAgrees, ratingSpeed } from './rating.ts';
import { statementStreams } from './statements.ts';

export const proveMetering = async (
  scope: Scope,
  tell: (figures: readonly Figure[]) => void,
): Promise<void> => {
  mkdirSync(scope.folder, { recursive: true });
  tell(await corruptionFigures(scope));
  tell(await parquetFigures(scope));
  tell(badCards(scope));
  tell(ratingAgrees(scope));
  tell(await ratingSpeed(scope));
  tell(await statementStreams(scope));
  tell(costFigures());
  tell(await ledgerFigures(scope));
};
