import { z } from 'zod';
import { Api } from '#model/api.ts';
import { SourceReading } from '#model/evidence.ts';

/** What a thread is to search for calls of the API, and within which bounds. */
export const ScanTask = z.strictObject({
	api: Api,
	/** The search ends by itself after so long. */
	timeMs: z.number().nonnegative(),
	source: z.discriminatedUnion('kind', [
		z.strictObject({
			kind: z.literal('archive'),
			/** All of it, as GitLab sends it. */
			bytes: z.instanceof(Uint8Array),
			limits: z.strictObject({
				maxBytes: z.number(),
				maxEntries: z.number(),
				maxFileBytes: z.number(),
				maxReadBytes: z.number(),
			}),
		}),
		z.strictObject({
			kind: z.literal('files'),
			/** Of all files of the project, as far as they are known. */
			paths: z.array(z.string()),
			files: z.array(z.strictObject({ path: z.string(), text: z.string() })),
		}),
	]),
});
export type ScanTask = z.output<typeof ScanTask>;

/** What came of it. */
export const ScanAnswer = z.discriminatedUnion('kind', [
	z.strictObject({
		kind: z.literal('found'),
		found: SourceReading.pick({
			files: true,
			skipped: true,
			clients: true,
			uses: true,
			more: true,
		}),
		doubts: z.strictObject({
			unsearched: z.array(z.string()).readonly(),
			generated: z.array(z.string()).readonly(),
			unfollowed: z.array(z.string()).readonly(),
		}),
		/** Files of an archive that were wanted and not read. */
		leftOut: z.strictObject({ tooLarge: z.array(z.string()), refused: z.array(z.string()) }),
	}),
	/** The archive is not one that can be read. With the reason, as a sentence. */
	z.strictObject({ kind: z.literal('bad-archive'), why: z.string() }),
	z.strictObject({ kind: z.literal('out-of-time') }),
	/** Something that nobody has thought of. */
	z.strictObject({ kind: z.literal('failed'), why: z.string() }),
]);
export type ScanAnswer = z.output<typeof ScanAnswer>;
