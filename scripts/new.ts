import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readPullEnvironment } from '#environment.ts';
import { GitLabUrl, GroupPath, ProjectPath } from '#model/identifiers.ts';
import { InvalidDataError, parseOrExplain } from '#model/parse.ts';
import { registryFiles, toRegistrySchema } from '#model/registry.ts';
import { Line } from '#model/values.ts';
import { writeSchemas } from '#store/registry-schemas.ts';
import { registryFolder } from '#store/registry-files.ts';
import { handbookPath } from '#store/page-files.ts';
import { defineCommand, run, type Surroundings } from './command.ts';
import { toCommentedYaml } from './commented-yaml.ts';
import { exitCodes } from './exit-codes.ts';
import { naming } from './failure.ts';
import { refuseBadPages } from './handbook-pages.ts';
import { newRegistry, type NewTeam } from './new-registry.ts';
import { sample } from './sample.ts';
import { serveSite } from './served-at.ts';
import { renderSite } from './site.ts';

/** The pages of a new handbook. They take the team's name from its registry. */
const pages = join(import.meta.dirname, 'new-handbook');

const contentPath = 'content';

export const newTeam = defineCommand(
	{
		name: 'new',
		does: 'Writes the registry and the pages of a new team, fills them with sample data, and serves the site.',
		options: {
			title: { type: 'string', value: 'NAME', help: 'Names the team, such as Engine.' },
			instance: {
				type: 'string',
				value: 'URL',
				help: "Names the team's GitLab. Default: GITLAB_URL, or https://gitlab.com.",
			},
			group: {
				type: 'string',
				value: 'PATH',
				help: 'Names the GitLab group with its milestones and labels, such as cars/engine.',
			},
			label: {
				type: 'string',
				value: 'LABEL',
				help: "Names the label of the team's issues. Default: group:: and the team's name.",
			},
			projects: {
				type: 'string',
				value: 'PATHS',
				help: 'Names the projects it maintains, separated by commas: cars/engine/motor,cars/engine/gears. Empty for none.',
			},
			force: {
				type: 'boolean',
				default: false,
				help: `Moves the ${contentPath} of another team aside, and says where.`,
			},
			'no-start': {
				type: 'boolean',
				default: false,
				help: 'Writes the files, without rendering or serving the site.',
			},
		},
	},
	async ({ force, 'no-start': isLast, ...given }, surroundings) => {
		const { root, print } = surroundings;
		const isTaken = existsSync(join(root, contentPath));
		if (isTaken && !force) {
			throw new InvalidDataError(
				`${contentPath} has a handbook in it already. Nothing was changed.\nRun npm run new -- --force to move it aside and write a new one.`,
			);
		}
		const team = await askForTeam(given, surroundings);
		const aside = await naming(join(root, contentPath), writeContent(root, team));
		if (aside !== undefined) print(`The handbook that was in ${contentPath} is in ${aside} now.`);
		print(`The handbook of ${team.name} is in ${contentPath}.`);
		const filled = await sample([], surroundings);
		if (filled !== exitCodes.fine || isLast) return filled;
		const rendered = await renderSite(['--quiet'], surroundings);
		if (rendered !== exitCodes.fine) return rendered;
		print(
			`Next: edit ${registryFolder} and ${handbookPath}; each key is explained beside it. npm start replaces the sample with data from GitLab.`,
		);
		await serveSite(surroundings);
		return undefined;
	},
);

type Given = Partial<
	Record<'title' | 'instance' | 'group' | 'label' | 'projects', string | undefined>
>;

/** Takes the arguments, and asks for those that are missing where somebody can answer. */
async function askForTeam(
	given: Given,
	{ ask, warn, environment }: Surroundings,
): Promise<NewTeam> {
	const missing = (['title', 'group', 'projects'] as const)
		.filter((name) => given[name] === undefined)
		.map((name) => `--${name}`);
	if (missing.length > 0 && !ask) {
		throw new InvalidDataError(
			`npm run new can't ask questions here, since its input is no terminal.\nGive it ${missing.join(', ')}: npm run new -- --title Engine --group cars/engine --projects cars/engine/motor`,
		);
	}
	const answer = toAnswer(given, { ask, warn });
	const name = await answer('title', 'What is the team called?', TeamName);
	const usual = `group::${name.toLowerCase()}`;
	const { GITLAB_URL } = readPullEnvironment({ GITLAB_URL: environment.GITLAB_URL });
	return {
		name,
		instance: await answer(
			'instance',
			`Which GitLab has its group? [${GITLAB_URL}]`,
			GitLabUrl,
			GITLAB_URL,
		),
		group: await answer('group', 'Which GitLab group has its milestones and labels?', GroupPath),
		label: await answer('label', `Which label do its issues have? [${usual}]`, Line, usual),
		projects: await answer(
			'projects',
			'Which projects does it maintain? (group/project, with commas in between; none: Enter)',
			ProjectPaths,
		),
	};
}

/** A wrong answer is asked for again, a wrong argument refused. */
function toAnswer(given: Given, { ask, warn }: Pick<Surroundings, 'ask' | 'warn'>) {
	return async <Schema extends z.ZodType>(
		name: keyof Given,
		question: string,
		schema: Schema,
		usual = '',
	): Promise<z.output<Schema>> => {
		for (;;) {
			const said = given[name] ?? (await ask?.(`${question} `)) ?? '';
			try {
				return parseOrExplain(schema, said === '' ? usual : said, {
					source: `--${name}`,
					hint: 'npm run new -- --help has an example.',
					quotes: true,
				});
			} catch (error) {
				if (given[name] !== undefined || !(error instanceof InvalidDataError)) throw error;
				warn(error.message);
			}
		}
	};
}

/** People may answer with what they call the handbook. */
const TeamName = Line.transform((title) => title.replace(/(?<=\S)\s+handbook$/i, ''));

const ProjectPaths = z
	.string()
	.transform((text) => [...new Set(text.split(',').map((path) => path.trim()))])
	.transform((paths) => (paths.join('') === '' ? [] : paths))
	.pipe(z.array(ProjectPath));

/**
 * Writes registry and pages as a whole, in place of those that are there.
 *
 * @returns where those are now. `undefined`: there were none.
 */
async function writeContent(root: string, team: NewTeam): Promise<string | undefined> {
	const draft = await mkdtemp(join(root, '.new-'));
	try {
		await mkdir(join(draft, registryFolder), { recursive: true });
		await writeSchemas(draft);
		const values: Partial<Record<string, unknown>> = newRegistry(team);
		for (const file of registryFiles) {
			if (values[file] === undefined) continue;
			const schema = toRegistrySchema(file);
			const head = [`yaml-language-server: $schema=.schema/${file}.json`, schema.description ?? ''];
			const text = toCommentedYaml(values[file], schema, head);
			await writeFile(join(draft, registryFolder, `${file}.yaml`), text);
		}
		await cp(pages, join(draft, handbookPath), { recursive: true });
		await refuseBadPages(draft);
		const aside = existsSync(join(root, contentPath)) ? findAside(root) : undefined;
		if (aside !== undefined) await rename(join(root, contentPath), join(root, aside));
		await rename(join(draft, contentPath), join(root, contentPath));
		return aside;
	} finally {
		await rm(draft, { recursive: true, force: true });
	}
}

/** `content-old`, or with the first number that is free. */
function findAside(root: string, count = 1): string {
	const name = `${contentPath}-old${count === 1 ? '' : `-${String(count)}`}`;
	return existsSync(join(root, name)) ? findAside(root, count + 1) : name;
}

await run(import.meta.filename, newTeam);
