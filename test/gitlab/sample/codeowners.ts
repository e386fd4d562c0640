import { planted } from '../planted.ts';
import type { ProjectDraft } from './draft.ts';
import { seasonOf } from './seasons.ts';

type Owners = '.gitlab/CODEOWNERS' | 'CODEOWNERS' | 'docs/CODEOWNERS' | 'of-others' | 'none';

/** What projects take turns in having. Most have the file where it mostly is. */
const turns: readonly Owners[] = [
	...Array.from({ length: 8 }, () => '.gitlab/CODEOWNERS' as const),
	'CODEOWNERS',
	'docs/CODEOWNERS',
	'of-others',
	'none',
];

/** The file that says who owns which files, if there is one. It names people too. */
export function codeownersFile(draft: ProjectDraft): Record<string, string> {
	const { path, registry, today, turn } = draft;
	const step = turn * 5 + seasonOf(`codeowners ${path}`, today, 6);
	const owners = turns[step % turns.length] ?? 'none';
	if (owners === 'none') return {};
	const maintainers = registry.checks.maintainers ?? registry.people[0]?.path;
	const isOfOthers = owners === 'of-others' || maintainers === undefined;
	const file = owners === 'of-others' ? '.gitlab/CODEOWNERS' : owners;
	return {
		[file]: [
			`# ${planted.fileText}`,
			...(isOfOthers
				? [`# Formerly @${maintainers ?? 'nobody'}`, `* @${registry.plan.group}/sample-other-team`]
				: [`* @${maintainers}`]),
			'',
			'[Documentation][2]',
			`/docs/ @${planted.person} ${planted.email}`,
			'*.md',
			'',
		].join('\n'),
	};
}
