import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { html } from './hostile.ts';

/** Fields of registry, snapshot and history whose words people write. */
const textFields = new Set(
	`blockedLabels branch by condition deliverableLabel description file groupLabels label labels
	meaning milestone missedDeliverableLabel name need note outcome owner partial persona reason ref
	removal since situation statement team title topics trouble version`.split(/\s+/),
);
/** The plan needs its other milestones where their numbers put them. */
const hostileMilestones = ['19.4', '19.5', '19.10'];

function spoil(value: unknown, field = ''): unknown {
	if (Array.isArray(value)) return value.map((one) => spoil(one, field));
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spoil(one, key)]));
	}
	// The history of a sample counts for nothing beside GitLab's data.
	if (field === 'sample') return false;
	if (typeof value !== 'string' || !textFields.has(field)) return value;
	const isNeeded = /^\d+\.\d+$/.test(value) && !hostileMilestones.includes(value);
	return isNeeded ? value : html(value);
}

/** Makes every text of a checkout one that tries to be HTML. What belongs together still does. */
export async function makeContentHostile(checkout: string): Promise<void> {
	const change = async (file: string, toChanged: (text: string) => string) => {
		const path = join(checkout, file);
		const text = await readFile(path, 'utf8');
		const changed = toChanged(text);
		if (changed === text) throw new Error(`Nothing has changed in ${file}.`);
		await writeFile(path, changed);
	};
	const files = 'content/{registry/*.yaml,snapshot/*.json,history/plan-*.json}';
	for (const file of globSync(files, { cwd: checkout })) {
		const write = file.endsWith('.yaml') ? stringify : JSON.stringify;
		await change(file, (text) => write(spoil(parse(text))));
	}
	// GitLab reads these labels between quotation marks: the registry takes none that has one.
	await change('content/registry/contact.yaml', (text) => {
		const contact = parse(text) as Contact;
		const issues = contact.sections.flatMap(({ needs }) =>
			needs.flatMap(({ issue = {} }) => issue),
		);
		for (const issue of issues) {
			if (issue.labels) issue.labels = issue.labels.map((label) => label.replaceAll('"', ''));
		}
		return stringify(contact);
	});
	// A pattern that somebody has forgotten to end.
	await change('content/registry/plan.yaml', (text) =>
		text.replace(/^(milestonePattern: .*)\$$/m, '$1'),
	);
	await change('content/registry/checks.yaml', (text) =>
		text.replace('exemptions: []', `exemptions: ${JSON.stringify([exemption])}`),
	);
	await change('content/handbook/work/health.mdx', (text) =>
		text
			.replace(
				/^(title|description|owner): (.*)$/gm,
				(_, field: string, words: string) => `${field}: ${JSON.stringify(html(words))}`,
			)
			.concat(runbook),
	);
}

/**
 * A table wider than a page, with a label of two parts in its last column, code of which a line is marked, a list
 * of nine levels, a line between two paragraphs, and headings of all levels.
 */
const runbook = `
${'| `a_metric_with_a_long_name` '.repeat(9)}| Label |
${'| --- '.repeat(9)}| --- |
${'| 1 '.repeat(9)}| ~"severity::1" |

\`\`\`promql {1} wrap
${'sum(rate(boiled_total[5m])) by (kettle) '.repeat(9)}
\`\`\`

${Array.from({ length: 9 }, (_, level) => `${'  '.repeat(level)}- A kettle\n`).join('')}
---

${[2, 3, 4, 5, 6].map((level) => `${'#'.repeat(level)} A heading\n`).join('\n')}`;

interface Contact {
	sections: { needs: { issue?: { labels?: string[] } }[] }[];
}

const exemption = {
	project: 'tea/kettle',
	check: 'release',
	reason: html('reason'),
	by: html('engineering manager'),
	until: '2027-12-31',
};
