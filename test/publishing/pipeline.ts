import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

export const root = join(import.meta.dirname, '../..');

const Rule = z.strictObject({ if: z.string(), when: z.enum(['always']).optional() });
const Rules = z.array(Rule).min(1);

/** Only what GitLab documents and this file uses: a word that is misspelt is found out. */
const Job = z.strictObject({
	stage: z.string(),
	rules: Rules,
	script: z.array(z.string()),
	needs: z.array(z.string()).optional(),
	interruptible: z.boolean().optional(),
	parallel: z.int().min(2).max(200).optional(),
	resource_group: z.string().optional(),
	allow_failure: z.strictObject({ exit_codes: z.array(z.number()) }).optional(),
	pages: z
		.strictObject({
			publish: z.string(),
			path_prefix: z.string().optional(),
			expire_in: z.string().optional(),
		})
		.optional(),
	artifacts: z
		.strictObject({
			paths: z.array(z.string()).optional(),
			expire_in: z.string().optional(),
			reports: z
				.strictObject({
					codequality: z.string().optional(),
					cyclonedx: z.array(z.string()).optional(),
				})
				.optional(),
		})
		.optional(),
	environment: z
		.strictObject({ name: z.string(), url: z.string(), auto_stop_in: z.string() })
		.optional(),
});
export type Job = z.output<typeof Job>;

const Pipeline = z
	.object({
		workflow: z.strictObject({ rules: Rules }),
		stages: z.array(z.string()),
		default: z.strictObject({
			image: z.string(),
			cache: z.strictObject({
				key: z.strictObject({ files: z.array(z.string()).max(2) }),
				paths: z.array(z.string()),
			}),
		}),
		variables: z.record(z.string(), z.string()),
	})
	.catchall(Job);

const {
	workflow,
	stages,
	default: defaults,
	variables,
	...jobs
} = Pipeline.parse(parse(readFileSync(join(root, '.gitlab-ci.yml'), 'utf8')));
export { defaults, jobs, stages, variables };

type Variables = Readonly<Record<string, string>>;

/** The jobs of a pipeline in the order of their stages, each with when it runs. */
export function findJobs(given: Variables): { name: string; when: string }[] {
	if (!findRule(workflow.rules, given)) return [];
	return Object.entries(jobs)
		.toSorted(([, a], [, b]) => stages.indexOf(a.stage) - stages.indexOf(b.stage))
		.flatMap(([name, { rules }]) => {
			const rule = findRule(rules, given);
			return rule ? [{ name, when: rule.when ?? 'on_success' }] : [];
		});
}

/** The first rule that holds decides, as in GitLab. */
function findRule(rules: z.output<typeof Rules>, given: Variables) {
	return rules.find((rule) => rule.if.split(' && ').every((part) => holds(part, given)));
}

/** @throws for what GitLab may know and this reader does not. */
function holds(comparison: string, given: Variables): boolean {
	const [, name, operator, other] = /^\$(\w+) (==|!=|=~) (.+)$/.exec(comparison) ?? [];
	if (!name || !operator || !other) throw new Error(`Not understood: ${comparison}`);
	// A variable that is not set is null for GitLab, which equals no text.
	const value = given[name] ?? null;
	if (operator === '=~') return value !== null && new RegExp(other.slice(1, -1)).test(value);
	const wanted = other.startsWith('$') ? (given[other.slice(1)] ?? null) : other.slice(1, -1);
	return (value === wanted) === (operator === '==');
}
