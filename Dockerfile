# caveat and the libraries it needs: docker build -t caveat . && docker run --rm \
#   --user "$(id -u):$(id -g)" --volume "$PWD:/work" caveat caveat check .
# There is no ENTRYPOINT: GitLab and GitHub start a shell of their own in the image.
FROM debian:bookworm AS build
# hadolint ignore=DL3008
RUN apt-get update && apt-get install -y --no-install-recommends g++ cmake ninja-build \
    tao-pegtl-dev libtoml11-dev libfmt-dev nlohmann-json3-dev libcli11-dev libutf8proc-dev \
    libmd4c-dev libgumbo-dev libyaml-dev libgit2-dev \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY CMakeLists.txt CMakePresets.json ./
COPY docs/caveat.1 docs/pack.schema.json docs/
COPY rules rules
COPY src src
RUN cmake --preset release -DCAVEAT_TESTS=OFF && cmake --build --preset release \
  && cmake --install build/release --strip --prefix /opt/caveat

FROM debian:bookworm-slim
# hadolint ignore=DL3008
RUN apt-get update && apt-get install -y --no-install-recommends \
    libfmt9 libutf8proc2 libmd4c0 libgumbo1 libyaml-0-2 libgit2-1.5 \
  && rm -rf /var/lib/apt/lists/*
COPY --from=build /opt/caveat /usr/local
WORKDIR /work
CMD ["caveat", "--help"]
