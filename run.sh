for g in "server/src/core/model/verdict.ts server/src/core/model/predicates.ts server/src/core/model/conclusion.ts" ; do node scripts/stryker.mjs $g > .log-verdict 2>&1; cp .stryker/survivors.txt /tmp/t-st/survivors-verdict.txt; done
node scripts/stryker.mjs 'server/src/core/model/!(verdict|predicates|conclusion).ts' > .log-model 2>&1; cp .stryker/survivors.txt /tmp/t-st/survivors-model.txt
node scripts/stryker.mjs 'server/src/core/syntax/*.ts' > .log-syntax 2>&1; cp .stryker/survivors.txt /tmp/t-st/survivors-syntax.txt
