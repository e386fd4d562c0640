import { stringify } from 'yaml';
import type { Answer } from './answer.ts';
import type { World } from './world.ts';

/** Where the company's site has its list of people; here it is beside GitLab. */
export const teamPath = '/company/team/team.yml';

/** The list of people as the company's site serves it: to everybody, whole, in one answer. */
export function answerTeamFile({ team }: World): Answer {
	const entries = team.map(
		({ slug, name, role, reportsTo, gitlab, isVacancy, departments, more }) => ({
			slug,
			type: isVacancy ? 'vacancy' : 'person',
			name,
			reports_to: reportsTo,
			departments,
			...more,
			role,
			gitlab,
			...(isVacancy && { placeholder: true }),
		}),
	);
	return {
		status: 200,
		headers: { 'content-type': 'text/yaml; charset=utf-8', 'cache-control': 'max-age=300' },
		body: `---\n${stringify(entries)}`,
	};
}
