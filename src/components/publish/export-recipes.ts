import { escapeHtml } from '#core/base/escape-html.ts';
import { exportAddresses, type ExportName } from '#core/publish/exports/addresses.ts';
import { projectPage } from '#core/words/links.ts';
import type { ExportedProject } from '#model/exports/project.ts';

/** A way to use the exports, with lines to copy. */
export interface ExportRecipe {
	id: string;
	title: string;
	text: string;
	samples: readonly { name: string; code: string }[];
}

interface Place {
	/** Of the published site, without a slash at the end: `https://example.gitlab.io/handbook`. */
	origin: string;
	example: Pick<ExportedProject, 'name' | 'path'>;
	names: readonly ExportName[];
}

export function exportRecipes({ origin, example, names }: Place): ExportRecipe[] {
	const json = origin + exportAddresses.fileOf('projects', 'json');
	const csv = origin + exportAddresses.fileOf('projects', 'csv');
	const plan = origin + exportAddresses.fileOf('plan', 'json');
	return [
		{
			id: 'program',
			title: 'In a program',
			text: 'Look at "version" and "snapshot" first: they say what shape the file has, how old the data is, and whether it is invented.',
			samples: [
				{ name: 'Get the file', code: `curl --fail --silent --show-error ${json}` },
				{
					name: 'Projects with a broken check',
					code: `curl --fail --silent --show-error ${json} |\n  jq --raw-output '.projects[] | select(.checkCounts.broken > 0) | .path'`,
				},
				...(names.includes('plan')
					? [
							{
								name: 'Commitments that are at risk',
								code: `curl --fail --silent --show-error ${plan} |\n  jq --raw-output '.issues[] | select(.commitment == "deliverable" and .health == "at_risk") | .reference'`,
							},
						]
					: []),
			],
		},
		{
			id: 'spreadsheet',
			title: 'In a spreadsheet',
			text: 'This formula fills a sheet in Google Sheets, and keeps it up to date. It works where the site can be read without signing in. Find columns by their name, since new ones may come in between. Excel: Data, From Text/CSV, with UTF-8. Sheets may take a version such as 1.30 for the number 1.3.',
			samples: [
				{ name: 'Formula of the first cell', code: `=IMPORTDATA("${csv}")` },
				{
					name: 'On another sheet, a column by its name, where the first sheet is called "projects"',
					code: `=INDEX(projects!A:ZZ, 0, MATCH("checks_broken", projects!1:1, 0))`,
				},
			],
		},
		badgeRecipe({ origin, example }),
	];
}

function badgeRecipe({ origin, example: { name, path } }: Omit<Place, 'names'>): ExportRecipe {
	const badge = origin + exportAddresses.badgeOf(path);
	const page = origin + projectPage(path);
	return {
		id: 'badge',
		title: 'In a README',
		text: 'A badge says what the checks of the project have found, and on which day. Link it to the project’s page, which says why: the alternative text can’t know the answer.',
		samples: [
			{ name: 'Markdown', code: `[![Checks of ${forMarkdown(name)}](${badge})](${page})` },
			{
				name: 'HTML',
				code: `<a href="${page}"><img src="${badge}" alt="Checks of ${escapeHtml(name)}" height="20"></a>`,
			},
		],
	};
}

function forMarkdown(text: string): string {
	return text.replaceAll(/[\\`*_[\]<>&]/g, '\\$&');
}
