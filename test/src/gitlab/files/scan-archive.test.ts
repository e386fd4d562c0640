import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { headOf } from '../../../gitlab/entities/commit-entity.ts';
import { aWorldProject } from '../../../gitlab/small-world.ts';
import { startSmallGitLab } from '../small-gitlab.ts';

const run = promisify(execFile);
const body = Array.from(
	{ length: 40 },
	(_, index) => `// Part${String(index)} looks after its part.
func (s *Service) Part${String(index)}(ctx context.Context, name string) (*Result, error) {
	if name == "" {
		return nil, fmt.Errorf("part %d has no name: %w", ${String(index)}, ErrNoName)
	}
	return &Result{Name: name, Count: s.count + ${String(index)}}, nil
}
`,
).join('\n');
/** One file in forty knows the client, and every fifth of these calls it. */
const source = (index: number) => {
	const knows = index % 40 === 0;
	const calls = index % 200 === 0;
	return `package p${String(index % 200)}

import (
	"context"
	"fmt"
${knows ? '\n\tcars "example.com/car-go/v2"\n' : ''})

type Service struct {
	${knows ? 'client *cars.Client' : 'name   string'}
	count  int
}

${body}
func (s *Service) Run() {
	${calls ? 's.client.Cars.ListCars()' : 's.count++'}
}
`;
};

test('a project of 4,000 Go files is scanned in less than 300 MB', async () => {
	const files = Object.fromEntries(
		Array.from({ length: 4000 }, (_, index) => [
			`internal/p${String(index % 200)}/f${String(index)}.go`,
			source(index),
		]),
	);
	const project = aWorldProject({
		files: { ...files, 'go.mod': 'module example.com/x\n\nrequire example.com/car-go/v2 v2.4.0\n' },
	});
	await using gitlab = await startSmallGitLab({ projects: [project] });
	const script = join(import.meta.dirname, 'scan-from.ts');
	// With the option that a pull has in package.json.
	const args = [
		'--max-semi-space-size=16',
		script,
		gitlab.url,
		String(project.id),
		headOf(project),
	];
	const { stdout } = await run(process.execPath, args);
	const took = JSON.parse(stdout) as Record<'files' | 'uses' | 'mebibytes', number>;
	expect(took).toMatchObject({ files: 4000, uses: 20, partial: null });
	expect(took.mebibytes).toBeLessThan(300);
}, 60_000);
