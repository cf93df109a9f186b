/** What no program can do for a listing, each with its steps. */
export interface PersonStep {
  readonly what: string;
  readonly steps: readonly string[];
}

export const PERSON_STEPS: readonly PersonStep[] = [
  {
    what: 'No dependency has a critical or high vulnerability.',
    steps: [
      'npm audit --omit=dev --audit-level=high (needs a registry that answers it; the release workflow runs it, too)',
      'or hand each .cdx.json to a scanner',
    ],
  },
  {
    what: 'The pictures show what they should.',
    steps: [
      'look at each screenshot: a real process with the connector, no name of a customer, nothing cut off',
      'look at the logos at their size',
    ],
  },
  {
    what: 'Nothing collects credentials, nothing is stored outside the cluster.',
    steps: ['read SECURITY.md against docs/security.md, which names the test of each claim'],
  },
  {
    what: 'Addresses on other hosts are still there.',
    steps: ['open each link of README.md and of the template, once for each release'],
  },
  {
    what: 'Compatibility is what was run.',
    steps: [
      'run the suites on an engine and a Modeler of your own',
      'write what was run into COMPATIBILITY.md, and nothing else',
    ],
  },
  {
    what: 'The packages are on npm.',
    steps: [
      'once: an account, and each package set up for trusted publishing from the release workflow',
      'git push --follow-tags; then see that each package shows its provenance',
    ],
  },
  {
    what: 'The listing is handed in.',
    steps: [
      'once: an account of the Marketplace, and its terms agreed to',
      'https://marketplace.camunda.com > Contribute: a Connector of the Community',
      'copy the fields of listing/listing.json, upload logos, screenshots with their texts, and the blueprint with its thumbnail',
      'name the repository, and the files of the release for "For SaaS" and "For Self-Managed"',
    ],
  },
  {
    what: 'The project is in the Community Hub, if it should be.',
    steps: ['ask for a repository there', 'keep the life-cycle badge true: Proof of Concept until others use it'],
  },
];
