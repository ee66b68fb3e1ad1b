# The app for linux/amd64: browser files and the interpreter's words, then the app compiled ahead, then a runtime that has nothing to build with.
FROM node:22-bookworm-slim AS browser
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund --loglevel=error
RUN apt-get update && apt-get install --yes --no-install-recommends edict
COPY tools/words tools/words
RUN npm run --silent words
COPY wwwroot wwwroot
RUN npm run --silent build

FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS app
WORKDIR /src
# Only what the lock file names.
ENV CI=true
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY Web/Web.csproj Web/packages.publish.lock.json Web/
RUN dotnet restore Web --runtime linux-x64 -p:PublishReadyToRun=true
COPY Web Web
COPY migrations migrations
COPY --from=browser /src/wwwroot wwwroot
COPY --from=browser /src/.artifacts/words .artifacts/words
RUN dotnet publish Web --no-restore --configuration Release --runtime linux-x64 --no-self-contained -p:PublishReadyToRun=true --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN apt-get update && apt-get install --yes --no-install-recommends libsodium23 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=app /app .
# Nothing is written but to /tmp (an upload on its way); no diagnostics port, so a read-only root is enough.
ENV ASPNETCORE_ENVIRONMENT=Production \
    ASPNETCORE_URLS=http://+:8080 \
    DOTNET_EnableDiagnostics=0
# By number, so that whoever runs it can see that it is not root; the base image knows it as "app".
USER 1654:1654
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 CMD ["dotnet", "/app/Web.dll", "health"]
ENTRYPOINT ["dotnet", "/app/Web.dll"]
