// SPDX-License-Identifier: Apache-2.0

// An empty folder, and what docs/getting-started.md says is to be written into it.
def files = (new File(manual).getText('UTF-8') =~ /(?ms)^<!-- file: (\S+) -->\n```\w+\n(.*?)^```$/).collect { [it[1], it[2]] }
assert files.size() >= 5
files.each { name, text ->
    def file = new File(basedir, name)
    file.parentFile.mkdirs()
    file.setText(text, 'UTF-8')
}
return true
