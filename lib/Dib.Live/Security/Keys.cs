using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dib.Live.Security;

/// <summary>The secrets of one <c>serve</c>: who knows the token gets the cookie.</summary>
internal sealed class Keys
{
    private const int Bytes = 32;

    /// <summary>Stands in the address that is printed.</summary>
    internal string Token { get; } = Random();

    /// <summary>Stays in the browser.</summary>
    internal string Cookie { get; } = Random();

    // Cookies know no ports: two sessions on one machine would overwrite each other's.
    internal static string CookieName(int port) =>
        string.Create(CultureInfo.InvariantCulture, $"async-by-example-{port}");

    internal bool IsToken(string? text) => IsSame(Token, text);

    internal bool IsCookie(string? text) => IsSame(Cookie, text);

    internal static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    private static bool IsSame(string secret, string? text) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text ?? ""));
}
