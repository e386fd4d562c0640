import { z } from 'zod';
import { Answer, CheckId } from './checks.ts';
import { IsoDate, IsoInstant, ProjectPath, WebUrl } from './identifiers.ts';

/** Raised when a file of the history changes its shape. */
export const historyFormat = 1;

/** `content/history/checks-2026-11-23.json`: what came of every check on a day. */
export const ChecksOfDay = z.strictObject({
	format: z.literal(historyFormat),
	/** True: invented. Counts only for a snapshot that is a sample too. */
	sample: z.boolean(),
	/** The instance that was asked. Counts only for a snapshot of the same one. */
	source: WebUrl,
	day: IsoDate,
	pulledAt: IsoInstant,
	/** Answers by declared path of the project and by check. A check that does not apply is absent. */
	projects: z.record(ProjectPath, z.partialRecord(CheckId, Answer)),
});
export type ChecksOfDay = z.output<typeof ChecksOfDay>;
