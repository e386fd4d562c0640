/** One sample for several tests: with facts of every project, and with more kept days than a page shows. */
import type { Project } from '#model/project.ts';
import { aProject, aSnapshot, pulledAt, someFacts, source } from '../builders.ts';
import { samplePlans } from '../gitlab/sample-plans.ts';
import { registry, sampleSnapshot } from './drifting.ts';
import { readSite, type ReadSite } from './read-site.ts';

export const languages = ['Go', 'Ruby', 'C++'];
/** Of the first project alone. */
export const rare = 'Ada';
export const manyDays = 95;

/** A month apart each, in no order of names; each fourth project has no release. */
const dateOf = (index: number) => `2025-${String((index % 12) + 1).padStart(2, '0')}-03T10:00:00Z`;

/** What GitLab shows of the registry's projects: each is mainly in one language, and many are broken. */
function answerTo({ path }: { path: string }, index: number): Project {
	return aProject({
		path,
		facts: someFacts({
			path,
			id: index + 1,
			languages: [
				{ name: index === 0 ? rare : languages[index % languages.length]!, share: 90 },
				{ name: 'Shell', share: 10 },
			],
			license: index % 2 === 0 ? null : 'MIT License',
			codeowners: null,
			latestVersion:
				index % 4 === 0
					? null
					: { kind: 'release', tag: `v1.${String(index)}.0`, releasedAt: dateOf(index * 5) },
			lastActivityAt: dateOf(index * 7),
		}),
	});
}

let sample: Promise<ReadSite> | undefined;

/** Its pages are shared by the files of a worker. */
export function readSample(): Promise<ReadSite> {
	return (sample ??= read());
}

function read(): Promise<ReadSite> {
	const projects = registry.projects.map(answerTo);
	const snapshot = aSnapshot({
		about: { sample: true },
		rows: { ...sampleSnapshot.rows, projects },
	});
	const until = pulledAt.slice(0, 'YYYY-MM-DD'.length);
	return readSite(
		snapshot,
		{},
		samplePlans(registry.plan, { until, days: manyDays, source, sample: true }),
	);
}
