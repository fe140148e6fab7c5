import type { ServiceLevelTestView } from '@switchyard/contracts';
import { STANDARD_SERVICE_LEVEL_TEST_POLICY } from '@switchyard/domain';
import type { ServiceLevelTest } from './service-level-tests.port';

const { writtenPercent } = STANDARD_SERVICE_LEVEL_TEST_POLICY;

/** Flagged as long as the weights are those that stand in for the document's 40 % and 100 % (C13). */
export const toServiceLevelTestView = (
  test: ServiceLevelTest,
  name: string | undefined,
): ServiceLevelTestView => ({
  ...test,
  ...(name !== undefined && { name }),
  flagged: test.writtenPercent === writtenPercent,
});
