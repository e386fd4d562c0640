import type { Snapshot } from '#model/snapshot.ts';

const word = 'unbroken'.repeat(15);
const reason = `GET /groups/example/issues?labels=${word}&per_page=100 answered 502. Try again later.`;

/** The sample as if GitLab had failed at a different time for each list, after odd answers. */
export function toOddSnapshot({ about, rows }: Snapshot): Snapshot {
	const [projects, consumers] = [rows.projects, rows.consumers].map((list) =>
		list.map((project) => ({
			...project,
			facts: project.facts && {
				...project.facts,
				description: word,
				topics: [word],
				latestVersion: { kind: 'tag' as const, tag: word, releasedAt: null },
				pipeline: { status: word, updatedAt: null, webUrl: null },
			},
		})),
	);
	const issues = [rows.issues, rows['planning-issues']].map((list) =>
		list.map((issue) => ({ ...issue, title: word, healthStatus: word, state: word })),
	);
	const evidence = rows.evidence.map(({ reading, ...row }) => ({
		...row,
		trouble: reason,
		reading: reading && {
			...reading,
			branch: word,
			partial: reason,
			clients: reading.clients.map((client) => ({ ...client, package: word, version: word })),
			uses: reading.uses.map((use, index) => ({
				...use,
				file: `${word}/${word}.go`,
				condition: word,
				name: index % 2 === 0 ? use.name : word,
			})),
		},
	}));
	const states = Object.entries(rows).map(([list, { length }], index) => [
		list,
		{
			state: 'stale',
			rows: length,
			pulledAt: `2026-11-${String(index + 1).padStart(2, '0')}T08:30:00Z`,
			reason,
		},
	]);
	return {
		about: {
			...about,
			sample: false,
			lists: Object.fromEntries(states) as Snapshot['about']['lists'],
		},
		rows: {
			...rows,
			projects: projects!,
			consumers: consumers!,
			evidence,
			issues: issues[0]!,
			'planning-issues': issues[1]!,
			members: rows.members.map((member) => ({ ...member, name: word })),
		},
	};
}
