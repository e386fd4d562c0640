import type { Site } from '#model/site.ts';
import type { PageMistake } from './mistake.ts';

interface Places {
	/** The handbook's folder. */
	folder: string;
	siteFile: string;
	/** Its line of a section, counted from 0. */
	lineOf: (section: number) => number | undefined;
}

/** Pages that no section lists, and sections that list no page. */
export function findSectionMistakes(
	paths: readonly string[],
	sections: Site['sections'],
	{ folder, siteFile, lineOf }: Places,
): PageMistake[] {
	const empty = sections.flatMap(({ label, directory }, index) => {
		if (paths.some((path) => path.startsWith(`${directory}/`))) return [];
		return {
			file: siteFile,
			line: lineOf(index),
			what: `has the section "${label}" without a page. Expected one in ${folder}/${directory}`,
			advice: 'Write a page there, or remove the section.',
		};
	});
	const homeless = paths.filter((path) => {
		if (/^(index|404)\.mdx?$/.test(path)) return false;
		return !sections.some(({ directory }) => path.startsWith(`${directory}/`));
	});
	const folders = [...new Set(homeless.map((path) => path.split('/').slice(0, -1).join('/')))];
	return [
		...empty,
		...folders
			.filter((path) => path !== '')
			.map((path) => ({
				file: `${folder}/${path}`,
				what: `has pages, but is in no section. Expected one with directory: ${path.split('/')[0] ?? ''} in ${siteFile}`,
				advice: 'Add the section, or move the pages into the folder of another.',
			})),
		...homeless
			.filter((path) => !path.includes('/'))
			.map((path) => ({
				file: `${folder}/${path}`,
				what: 'is in no section. Expected the folder of a section around it',
				advice: `Move it into one: ${sections.map(({ directory }) => directory).join(', ')}.`,
			})),
	];
}
