#!/bin/sh
# A Docker image with PostgreSQL from Debian's packages, where no image registry is at hand:
#
#   postgres-image.sh [image] [release]       such as: postgres-image.sh postgres:17 trixie
#
# Without arguments: this machine's release of Debian, and an image named after its PostgreSQL. Prints the image's name.
# Like the official image it obeys POSTGRES_USER, POSTGRES_PASSWORD and POSTGRES_DB. Needs root, debootstrap and docker.
set -eu

release=${2:-$(. /etc/os-release && echo "$VERSION_CODENAME")}
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' | head -n 1)

root=$(mktemp -d)
trap 'rm -rf --one-file-system "$root"' EXIT

debootstrap --variant=minbase --include=postgresql "$release" "$root" "$mirror" >&2
bin=$(cd "$root" && echo usr/lib/postgresql/*/bin)
rm -rf "$root"/var/cache/apt/* "$root"/var/lib/apt/lists/* "$root"/usr/share/doc/* "$root"/var/lib/postgresql/*

# As the official image does, the first server makes the database and listens to nobody else; who waits for the second
# "ready to accept connections", as Testcontainers does, finds it made.
cat > "$root/usr/local/bin/entrypoint" <<'ENTRYPOINT'
#!/bin/sh
set -eu
: "${POSTGRES_USER:=postgres}" "${POSTGRES_DB:=$POSTGRES_USER}"
export PGUSER="$POSTGRES_USER" PGDATA=/var/lib/postgresql/data

if [ ! -s "$PGDATA/PG_VERSION" ]; then
    (umask 077 && printf %s "${POSTGRES_PASSWORD:?has to be given}" > /tmp/password)
    initdb --username="$POSTGRES_USER" --pwfile=/tmp/password --auth-local=trust --auth-host=scram-sha-256 \
        --encoding=UTF8 --locale=C.UTF-8
    rm /tmp/password
    echo "host all all all scram-sha-256" >> "$PGDATA/pg_hba.conf"
    pg_ctl --wait --options="-c listen_addresses=''" start
    [ "$POSTGRES_DB" = postgres ] || createdb --maintenance-db=postgres "$POSTGRES_DB"
    pg_ctl --wait --mode=fast stop
fi
[ "$#" = 0 ] || [ "$1" != postgres ] || shift
exec postgres -c listen_addresses='*' "$@"
ENTRYPOINT
chmod 755 "$root/usr/local/bin/entrypoint"

version=$(basename "$(dirname "$bin")")
image=${1:-postgres:$version}
tar -C "$root" -c . | docker import \
    --change "ENV PATH=/$bin:/usr/local/bin:/usr/bin:/bin" \
    --change 'ENV LANG=C.UTF-8' \
    --change 'USER postgres' \
    --change 'EXPOSE 5432' \
    --change 'ENTRYPOINT ["/usr/local/bin/entrypoint"]' \
    --change 'CMD ["postgres"]' \
    - "$image" >&2
echo "$image"
