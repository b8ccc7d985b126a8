# Builds, runs and tests Evenkeel on Windows: the twin of ./dev. See `.\dev.ps1 --help`.
# The tests that drive the window need WebKitWebDriver and run on Linux only.
Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
Set-Location -LiteralPath $PSScriptRoot

$CargoDenyVersion = '0.20.2'
$AdvisoryDatabase = 'https://github.com/RustSec/advisory-db'
$FailedChecks = New-Object System.Collections.ArrayList
$Advisories = 'not checked'
$AssumeYes = $false

function Show-Usage {
    @'
Usage: .\dev.ps1 COMMAND [--yes] [--full] [ARGUMENTS]

  run       Build Evenkeel and open it.
  test      Run every check, and the tests that run on Windows.
  check     Formatting, lints, types, licences, advisories. No tests.
  package   Build the installer. Its tools are downloaded the first time.

  fuzz, bench and screens run on Linux only: use ./dev there.

  --yes     Install what is missing without asking.
  --full    Run the long tests with their full counts. This can take hours.
'@
}

function Write-Step([string] $Text) { Write-Host ''; Write-Host "== $Text" }
function Write-Note([string] $Text) { Write-Host "   $Text" }

function Stop-WithReason([string] $Text) {
    Write-Host ''
    Write-Host "dev: $Text"
    exit 1
}

function Test-Program([string] $Name) {
    $null -ne (Get-Command $Name -ErrorAction SilentlyContinue)
}

function Confirm-Install([string] $What) {
    if ($AssumeYes -or $env:CI -eq 'true') { return $true }
    $answer = Read-Host "   Install $What now? [Y/n]"
    $answer -eq '' -or $answer -match '^(y|yes)$'
}

# Runs a program and stops with its name if it fails.
function Invoke-Program([string] $Program, [string[]] $Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { Stop-WithReason "$Program $($Arguments -join ' ') failed." }
}

function Install-WithWinget([string] $What, [string] $Id, [string] $Override) {
    if (-not (Test-Program 'winget')) { Stop-WithReason "$What is missing, and so is winget. Install $What, then run this again." }
    if (-not (Confirm-Install $What)) { Stop-WithReason "$What is needed: winget install --id $Id" }
    $arguments = @('install', '--exact', '--id', $Id, '--accept-package-agreements', '--accept-source-agreements')
    if ($Override -ne '') { $arguments += @('--override', $Override) }
    Invoke-Program 'winget' $arguments
    # What was just installed is found through the new PATH.
    $env:PATH = [Environment]::GetEnvironmentVariable('PATH', 'Machine') + ';' +
        [Environment]::GetEnvironmentVariable('PATH', 'User')
}

function Test-BuildTools {
    $vswhere = Join-Path ${env:ProgramFiles(x86)} 'Microsoft Visual Studio\Installer\vswhere.exe'
    if (-not (Test-Path -LiteralPath $vswhere)) { return $false }
    $found = & $vswhere -products '*' -requires 'Microsoft.VisualStudio.Component.VC.Tools.x86.x64' -property installationPath
    [bool] $found
}

function Test-WebView2 {
    $client = '{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}'
    (Test-Path "HKLM:\SOFTWARE\WOW6432Node\Microsoft\EdgeUpdate\Clients\$client") -or
        (Test-Path "HKCU:\SOFTWARE\Microsoft\EdgeUpdate\Clients\$client")
}

function Install-BuildNeeds {
    if (-not (Test-Program 'cargo')) {
        Stop-WithReason 'Rust is missing. Get it from https://rustup.rs (or: winget install Rustlang.Rustup), then run this again.'
    }
    if (-not (Test-BuildTools)) {
        Install-WithWinget 'the Visual Studio Build Tools' 'Microsoft.VisualStudio.2022.BuildTools' `
            '--wait --quiet --add Microsoft.VisualStudio.Workload.VCTools --includeRecommended'
    }
    # The database's cipher builds OpenSSL from source, and that needs Perl.
    if (-not (Test-Program 'perl')) { Install-WithWinget 'Strawberry Perl' 'StrawberryPerl.StrawberryPerl' '' }
    # Windows 11 brings it along; some Windows 10 machines lack it.
    if (-not (Test-WebView2)) { Install-WithWinget 'the WebView2 runtime' 'Microsoft.EdgeWebView2Runtime' '' }
}

function Install-NodeNeeds {
    if (-not (Test-Program 'npm')) { Install-WithWinget 'Node' 'OpenJS.NodeJS.LTS' '' }
    $done = 'tooling\node_modules\.package-lock.json'
    if ((Test-Path $done) -and (Get-Item $done).LastWriteTime -gt (Get-Item 'tooling\package-lock.json').LastWriteTime) { return }
    Write-Step 'Development tools from npm'
    Invoke-Program 'npm' @('ci', '--prefix', 'tooling', '--no-audit', '--no-fund')
    (Get-Item $done).LastWriteTime = Get-Date
}

function Install-CargoDeny {
    if (Test-Program 'cargo-deny') { return }
    Write-Step 'cargo-deny, which checks licences and advisories'
    if (-not (Confirm-Install 'it with cargo')) { Stop-WithReason "Run: cargo install cargo-deny --locked --version $CargoDenyVersion" }
    Invoke-Program 'cargo' @('install', 'cargo-deny', '--locked', '--version', $CargoDenyVersion, '--debug')
}

function Invoke-Check([string] $Title, [string] $Program, [string[]] $Arguments) {
    Write-Step $Title
    & $Program @Arguments
    if ($LASTEXITCODE -eq 0) { Write-Note 'ok'; return }
    Write-Note 'FAILED'
    [void] $FailedChecks.Add($Title)
}

function Invoke-AdvisoryCheck {
    $ErrorActionPreference = 'Continue'
    git ls-remote $AdvisoryDatabase HEAD *> $null
    if ($LASTEXITCODE -ne 0) {
        $script:Advisories = 'NOT CHECKED, the database could not be fetched'
        Write-Step "Known vulnerabilities: $Advisories"
        return
    }
    Invoke-Check 'Known vulnerabilities (RustSec advisories)' 'cargo' @('deny', 'check', 'advisories')
    $script:Advisories = 'checked'
}

function Invoke-Checks {
    Install-BuildNeeds
    Install-NodeNeeds
    Install-CargoDeny
    $tools = 'tooling\node_modules\.bin'
    $nodeTests = @(Get-ChildItem 'tooling\tests' -Filter '*.test.js' | Sort-Object Name | ForEach-Object { $_.FullName })
    Invoke-Check 'Rust: formatting' 'cargo' @('fmt', '--all', '--check')
    Invoke-Check 'User interface: formatting and lints' "$tools\biome.cmd" @('ci', '--config-path=tooling', '--error-on-warnings', 'ui', 'tooling')
    Invoke-Check 'User interface: types' "$tools\tsc.cmd" @('--project', 'tooling')
    Invoke-Check 'User interface: tests in Node' 'node' (@('--test') + $nodeTests)
    Invoke-Check 'Licences, sources and banned crates' 'cargo' @('deny', 'check', 'licenses', 'sources', 'bans')
    Invoke-AdvisoryCheck
    Invoke-Check 'Rust: lints' 'cargo' @('clippy', '--workspace', '--all-targets', '--', '-D', 'warnings')
}

function Write-CheckSummary {
    if ($FailedChecks.Count -eq 0) { Write-Step "Checks passed - advisories: $Advisories" }
    else { Write-Step "CHECKS FAILED ($($FailedChecks -join '; ')) - advisories: $Advisories" }
}

$command = ''
$rest = @()
foreach ($argument in $args) {
    switch -Regex ($argument) {
        '^--?(y|yes)$' { $AssumeYes = $true; break }
        '^--?full$' { $env:EVENKEEL_FULL = '1'; break }
        '^--?(h|help)$' { Show-Usage; exit 0 }
        default { if ($command -eq '') { $command = $argument } else { $rest += $argument } }
    }
}
$target = 'target'
if ($env:CARGO_TARGET_DIR) { $target = $env:CARGO_TARGET_DIR }

switch ($command) {
    'run' {
        Install-BuildNeeds
        Write-Step 'Building'
        Invoke-Program 'cargo' @('build', '--workspace')
        Write-Step 'Starting Evenkeel'
        Invoke-Program "$target\debug\evenkeel.exe" $rest
    }
    'check' {
        Invoke-Checks
        Write-CheckSummary
        exit [int] ($FailedChecks.Count -gt 0)
    }
    'test' {
        Invoke-Checks
        Write-Step 'Tests'
        Write-Note 'The tests that drive the window run on Linux only, and are not part of this.'
        $env:EVENKEEL_BIN = "$target\debug\evenkeel.exe"
        & cargo @(@('test', '--workspace', '--lib', '--bins', '--test', 'core', '--no-fail-fast', '--') + $rest)
        if ($LASTEXITCODE -ne 0) { [void] $FailedChecks.Add('Tests') }
        Write-CheckSummary
        exit [int] ($FailedChecks.Count -gt 0)
    }
    'package' {
        Install-BuildNeeds
        Install-NodeNeeds
        Write-Step 'Building the installer'
        Invoke-Program 'tooling\node_modules\.bin\tauri.cmd' (@('build', '--bundles', 'nsis') + $rest)
        Get-ChildItem "$target\release\bundle\nsis\*.exe" | ForEach-Object {
            Write-Note ('{0:N0} KiB  {1}' -f ($_.Length / 1024), $_.FullName)
        }
    }
    { $_ -in 'fuzz', 'bench', 'screens' } { Stop-WithReason "$command runs on Linux only: ./dev $command" }
    default { Show-Usage; exit 2 }
}
