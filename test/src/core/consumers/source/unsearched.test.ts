import { describe, expect, test } from 'vitest';
import { startScan } from '#core/consumers/source/source-scan.ts';
import { carApi } from './scan-files.ts';

function findUnsearched(path: string, text: string): readonly string[] {
	const scan = startScan(carApi());
	if (scan.wants(path)) scan.add(path, text);
	expect(scan.finish()).toMatchObject({ files: 0, uses: [] });
	return scan.doubts().unsearched;
}

describe('source in a language that is not searched is told of when it names the API', () => {
	test.each([
		['a.py', 'gl = gitlab.Gitlab(url)\nfor car in gl.cars.list():\n    pass\n'],
		['a.py', 'requests.post(f"{host}/api/v4/cars", data=data)\n'],
		['lib/a.rb', "require 'gitlab'\nGitlab.client.all_cars\n"],
		['a.sh', 'curl --fail "$CI_API_V4_URL/cars/$1"\n'],
		['bin/register', '#!/bin/sh\nglab api --method POST user/cars\n'],
		['.gitlab-ci.yml', 'job:\n  script:\n    - curl "$CI_API_V4_URL/projects/1/../cars"\n'],
		['Car.java', 'String q = "mutation { carCreate(input: {}) }"; // to GitLab\n'],
		['a.php', "$gitlab->request('GET', '/groups/' . $id . '/cars'); // /groups/1/cars\n"],
		['a.py', 'API = env["GITLAB"] + "/api/v4"\nPATH = "cars"\nask("/".join([API, PATH, "all"]))\n'],
		['a.sh', 'API=$CI_API_V4_URL\nRESOURCE=cars\ncurl "$API/$RESOURCE/all"\n'],
		['a.rb', "require 'gitlab'\nclient.delete_car 1\n"],
		['a.rb', 'Gitlab.car(1)\n'],
		['A.java', 'for (var car : gitLabApi.getCarsApi().all()) {}\n'],
		['A.cs', 'using NGitLab;\nvar all = client.Cars.Accessible;\n'],
		['a.php', '$gitlab = new Client();\n$gitlab->cars()->all();\n'],
		['a.rs', 'use gitlab::api::cars::AllCars;\n'],
		['a.ipynb', '{"source":["get(\'https://gitlab.example.com/api/v4/cars\')"]}\n'],
		['a.http', 'GET https://gitlab.example.com/api/v4/cars\n'],
		['Dockerfile.register', 'RUN curl https://gitlab.example.com/api/v4/cars\n'],
		['tasks/main.yml', 'a:\n  uri:\n    url: "{{ gitlab }}/api/v4/user/cars"\n    method: POST\n'],
		['main.tf', 'data "http" "cars" {\n  url = "${var.gitlab}/api/v4/cars/all"\n}\n'],
		['ops.json', '{ "list": { "method": "GET", "path": "/api/v4/cars" } }\n'],
		['a.py', `gitlab = "${'url/'.repeat(50_000)}"\nask("/api/v4/cars")\n`],
	])('%s: %.80s', (path, text) => {
		expect(findUnsearched(path, text)).toEqual([path]);
	});
});

describe('nothing is told of what says no such thing', () => {
	test.each([
		['a.py', 'self.cars = []\nself.cars.append("GET /cars")\n', 'it does not speak of GitLab'],
		['a.py', '# On GitLab\nself.cars = cars\n', 'a name alone is no call'],
		['.gitlab-ci.yml', '# https://docs.gitlab.com/ci/cars/\ntags: [cars]\n', 'it asks for nothing'],
		['api.yaml', 'paths:\n  /api/v4/cars:\n    get: {}\n', 'it describes the API'],
		['api.json', '{ "paths": { "/api/v4/cars": { "get": {} } } }\n', 'it describes the API'],
		['main.tf', 'resource "gitlab_user_cars" "a" {}\n', 'another program calls for it'],
		[
			'package.json',
			'{ "method": "GET", "a": "gitlab/api/v4/cars" }\n',
			'it says what is required',
		],
		['docs/cars.md', 'curl https://gitlab.com/api/v4/cars\n', 'people read it'],
		['tests/test_a.py', 'gitlab.cars.list()\n', 'it is a test'],
		['spec/a_spec.rb', 'Gitlab.client.all_cars\n', 'it is a test'],
		['vendor/a.py', 'gitlab.cars.list()\n', 'it is a copy'],
		['bin/tool', 'gitlab\0/api/v4/cars', 'it is no text'],
	])('%s: %j, since %s', (path, text) => {
		expect(findUnsearched(path, text)).toEqual([]);
	});
});
