import type { z } from 'zod';
import { ChecksOfDay } from '#model/history.ts';
import { source } from '../../builders.ts';

/** What was kept of a day: valid by default. */
export function someChecks(overrides: Partial<z.input<typeof ChecksOfDay>> = {}): ChecksOfDay {
	const { day = '2026-11-23' } = overrides;
	return ChecksOfDay.parse({
		format: 1,
		sample: false,
		source,
		day,
		pulledAt: `${day}T08:30:00Z`,
		projects: {
			'example/tools/widget': { path: 'holds', release: 'broken', 'tool-go': 'unknown' },
		},
		...overrides,
	});
}
